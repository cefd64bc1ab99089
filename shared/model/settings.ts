import { z } from 'zod';
import { numberFormats } from '../text/number-format.ts';
import { originSchema, parseUrl, webUrlSchema } from './definition.ts';
import { secretInputSchema, secretRefSchema, type SecretSchema } from './secret.ts';

export const languages = ['en', 'tr', 'nl'] as const;
export const languageSettingSchema = z.enum(['system', ...languages]);
export type LanguageSetting = z.infer<typeof languageSettingSchema>;

export const permissionSchema = z.enum(['microphone', 'clipboard', 'notifications']);
export type CrmPermission = z.infer<typeof permissionSchema>;

/** Empty: none. */
const clickToCallSchema = z.union([
  z.literal(''),
  webUrlSchema.refine((url) => url.includes('{number}'), {
    message: 'Use {number} where the number goes.',
  }),
]);

/** Of a log collector. */
const forwardUrlSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => /^(https?|syslog(\+tcp|\+tls)?):$/.test(parseUrl(text)?.protocol ?? ''), {
    message:
      'Enter a URL such as https://logs.example.com/ringcue or syslog+tls://logs.example.com.',
  });

const settingsWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    appearance: z.enum(['system', 'light', 'dark']).describe('Default: system'),
    language: languageSettingSchema.describe('Default: system'),
    prepareWindows: z
      .boolean()
      .describe(
        'Keep a hidden window ready, so that popups come faster. Default: true; off saves memory on VDI',
      ),
    popupLimit: z
      .int()
      .min(1)
      .max(50)
      .describe('Popup windows open at once; the oldest untouched one goes first. Default: 5'),
    keepSessionCookies: z
      .boolean()
      .describe(
        "Keep the CRM's session cookies over a restart, so that agents stay signed in. Default: false",
      ),
    sessionCookieHours: z.int().min(1).max(720).describe('For how long. Default: 12'),
    permissions: z
      .record(originSchema, z.array(permissionSchema))
      .describe('What pages of an origin may use; everything else is denied. Default: nothing'),
    plaintextSecrets: z
      .boolean()
      .describe(
        'Store secrets readable in a file where the system offers no key storage. Default: false',
      ),
    retention: z
      .strictObject({
        days: z.int().min(1).max(3650).default(30),
        deliveries: z.int().min(100).max(1_000_000).default(20_000),
        log: z.int().min(1_000).max(5_000_000).default(200_000),
      })
      .describe(
        'How long, and how many, settled deliveries and entries of the log are kept. Default: 30 days, 20,000, 200,000',
      ),
    closeToTray: z
      .boolean()
      .describe('Closing the desk leaves Ringcue in the tray, so that popups go on. Default: true'),
    launchAtLogin: z.boolean().describe('Start with the computer. Default: false'),
    notifications: z
      .boolean()
      .describe('Tell missed calls and popups that did not open. Default: true'),
    openLinks: z.boolean().describe('Take over tel: and callto: links. Default: false'),
    clickToCall: clickToCallSchema
      .optional()
      .describe('Address that dials, asked with GET; {number} stands for the number'),
    shortcut: z
      .string()
      .max(100)
      .optional()
      .describe('Keys that bring the desk to the front, such as CommandOrControl+Shift+R'),
    numberFormat: z
      .enum(numberFormats)
      .describe(
        'How numbers are shown: +31 20 123 4567, those of the own country as 020 123 4567, or +31201234567. Default: international',
      ),
    dispositions: z
      .array(z.string().trim().min(1).max(200))
      .max(200)
      .overwrite((list) => [...new Set(list)])
      .describe('Results an agent can choose from when sending a note. Default: none'),
    forwardLog: z
      .union([z.literal(''), forwardUrlSchema])
      .optional()
      .describe(
        'Where entries of the log go as well: https://… (JSON), syslog://host:port (UDP), syslog+tcp://… or syslog+tls://…',
      ),
    adminPin: z
      .strictObject({ salt: z.base64(), hash: z.base64() })
      .optional()
      .describe('scrypt of the PIN behind which definitions and settings are'),
    agentRights: z
      .strictObject({
        view: z.boolean().default(false),
        create: z.boolean().default(false),
        edit: z.boolean().default(false),
      })
      .describe('What is left to an agent while the PIN has not been entered. Default: nothing'),
    network: z.strictObject({
      caFile: z.string().max(4000).optional().describe('PEM file with additional authorities'),
      proxyUsername: z.string().max(500).optional(),
      proxyPassword: z.optional(secret),
    }),
  });

const stored = settingsWith(secretRefSchema);
export type Settings = z.infer<typeof stored>;

/** What one layer decides: only the fields it names, the rest comes from the layer below. */
export const settingsPatchSchema = stored.partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
export const settingsInputSchema = settingsWith(secretInputSchema).partial();

/** The lowest layer. */
export const defaultSettings: Settings = {
  appearance: 'system',
  language: 'system',
  prepareWindows: true,
  popupLimit: 5,
  keepSessionCookies: false,
  sessionCookieHours: 12,
  permissions: {},
  plaintextSecrets: false,
  retention: { days: 30, deliveries: 20_000, log: 200_000 },
  closeToTray: true,
  launchAtLogin: false,
  notifications: true,
  openLinks: false,
  numberFormat: 'international',
  dispositions: [],
  agentRights: { view: false, create: false, edit: false },
  network: {},
};
