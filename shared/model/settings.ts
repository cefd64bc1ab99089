import { z } from 'zod';
import { numberFormats } from '../text/number-format.ts';
import { addressWith, dialUrlSchema, forwardUrlSchema } from './address-setting.ts';
import { idSchema, originSchema } from './definition.ts';
import { secretInputSchema, secretRefSchema, type SecretSchema } from './secret.ts';
import { supportAddressSchema } from './support-contact.ts';

export const languages = ['en', 'tr', 'nl'] as const;
export const languageSettingSchema = z.enum(['system', ...languages]);
export type LanguageSetting = z.infer<typeof languageSettingSchema>;

export const permissionSchema = z.enum(['microphone', 'clipboard', 'notifications']);
export type CrmPermission = z.infer<typeof permissionSchema>;

/** Of syslog over TCP and TLS (RFC 6587): octet counting, or a line feed after each message. */
export const syslogFramings = ['octets', 'lines'] as const;
export type SyslogFraming = (typeof syslogFramings)[number];

/** What is one agent's own taste, or who that is. */
export const ownChoices = [
  'agent',
  'appearance',
  'language',
  'notifications',
  'miniCard',
  'shortcut',
] as const;
export type OwnChoice = (typeof ownChoices)[number];

/** How the desk looks and speaks. */
const look = {
  appearance: z.enum(['system', 'light', 'dark']).describe('Default: system'),
  language: languageSettingSchema.describe('Default: system'),
};

/** Popup windows and what their pages may do. */
const popupWindows = {
  prepareWindows: z
    .boolean()
    .describe(
      'Preload a hidden window so that popups open faster. Default: true; false saves memory on virtual desktops',
    ),
  popupLimit: z
    .int()
    .min(1)
    .max(50)
    .describe('Maximum open popups; the oldest unused one closes to make room. Default: 5'),
  keepSessionCookies: z
    .boolean()
    .describe(
      "Keep the CRM's session cookies across restarts, so that agents stay signed in. Default: false",
    ),
  sessionCookieHours: z
    .int()
    .min(1)
    .max(720)
    .describe('How long session cookies are kept, in hours. Default: 12'),
  permissions: z
    .record(originSchema, z.array(permissionSchema))
    .describe('Permissions of CRM pages by origin; anything not listed is blocked. Default: none'),
};

/** What is kept, and how. */
const kept = {
  plaintextSecrets: z
    .boolean()
    .describe(
      'Store secrets unencrypted in a file if the system has no key storage. Default: false',
    ),
  retention: z
    .strictObject({
      days: z.int().min(1).max(3650).default(30),
      deliveries: z.int().min(100).max(1_000_000).default(20_000),
      log: z.int().min(1_000).max(5_000_000).default(200_000),
    })
    .describe(
      'Days, number of finished deliveries and number of log entries to keep. Default: 30, 20,000, 200,000',
    ),
};

/** How Ringcue lives on this computer. */
const computer = {
  setupList: z
    .boolean()
    .describe(
      'Show administrators the steps of the set-up on the desk, until a call opens its first popup. Default: true',
    ),
  closeToTray: z
    .boolean()
    .describe('Closing the desk leaves Ringcue running in the tray. Default: true'),
  launchAtLogin: z.boolean().describe('Start at login. Default: false'),
  miniCard: z
    .boolean()
    .describe(
      'Show the current call in a small card above other windows, also above full screens; it never takes the focus. Default: true',
    ),
  notifications: z
    .boolean()
    .describe('Notifications for missed calls and popups that did not open. Default: true'),
  openLinks: z.boolean().describe('Handle tel:, callto: and ringcue: links. Default: false'),
  dialWithoutAsking: z
    .boolean()
    .describe(
      'Dial the number of a link without a question. Emergency and premium numbers and codes are always asked about. Default: false',
    ),
  shortcut: z
    .string()
    .max(100)
    .optional()
    .describe('Shortcut to show Ringcue, such as CommandOrControl+Shift+R'),
};

/** How calls are shown, and what agents say about them. */
const callView = {
  numberFormat: z
    .enum(numberFormats)
    .describe(
      'How numbers are shown: +31 20 123 4567, local numbers as 020 123 4567, or +31201234567. Default: international',
    ),
  dispositions: z
    .array(z.string().trim().min(1).max(200))
    .max(200)
    .overwrite((list) => [...new Set(list)])
    .describe('Dispositions an agent can choose from when sending a note. Default: none'),
  keepNotes: z
    .boolean()
    .describe(
      'Keep sent notes in the history on this computer, so that agents can read and find them. Default: false',
    ),
};

/** Whom people ask where a popup did not open. */
const support = {
  supportName: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe('Who helps where a popup did not open, such as IT service desk'),
  supportAddress: z
    .union([z.literal(''), supportAddressSchema])
    .optional()
    .describe('Their address: mailto:…, tel:… or https://…'),
};

/** What an administrator alone decides. */
const administration = {
  syslogFraming: z
    .enum(syslogFramings)
    .describe(
      'How syslog messages are separated over TCP and TLS (RFC 6587): by their length, or by line feeds. Default: octets',
    ),
  adminPin: z
    .strictObject({ salt: z.base64(), hash: z.base64() })
    .optional()
    .describe('scrypt hash of the admin PIN'),
  agentRights: z
    .strictObject({
      view: z.boolean().default(false),
      create: z.boolean().default(false),
      edit: z.boolean().default(false),
    })
    .describe('What agents can do without the admin PIN. Default: nothing'),
  agentMayChange: z
    .array(z.enum(ownChoices))
    .overwrite((list) => [...new Set(list)])
    .describe(
      'What agents can change in their menu without the admin PIN; agent is a shift change. Default: all but agent',
    ),
};

const settingsWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    ...look,
    ...popupWindows,
    ...kept,
    ...computer,
    ...callView,
    ...support,
    ...administration,
    clickToCall: addressWith(secret, dialUrlSchema).describe(
      'Click-to-call URL, called with GET; {number} is replaced by the number',
    ),
    dialWebhook: z
      .union([z.literal(''), idSchema])
      .optional()
      .describe(
        'ID of a webhook that dials in place of clickToCall; {{calledNumber}} is the number',
      ),
    forwardLog: addressWith(secret, forwardUrlSchema).describe(
      'Where log entries are forwarded: https://… (JSON), syslog://host:port (UDP), syslog+tcp://… or syslog+tls://…',
    ),
    network: z.strictObject({
      caFile: z.string().max(4000).optional().describe('PEM file with extra CA certificates'),
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

/** The settings among an agent's own choices. */
export const ownSettingsSchema = stored
  .pick({
    appearance: true,
    language: true,
    notifications: true,
    miniCard: true,
    shortcut: true,
  })
  .partial();

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
  setupList: true,
  closeToTray: true,
  launchAtLogin: false,
  miniCard: true,
  notifications: true,
  openLinks: false,
  dialWithoutAsking: false,
  numberFormat: 'international',
  dispositions: [],
  keepNotes: false,
  syslogFraming: 'octets',
  agentRights: { view: false, create: false, edit: false },
  agentMayChange: ['appearance', 'language', 'notifications', 'miniCard', 'shortcut'],
  network: {},
};
