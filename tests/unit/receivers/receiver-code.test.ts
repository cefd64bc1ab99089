import { describe, expect, it } from 'vitest';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { popupInputSchema, popupSchema } from '../../../shared/model/popup.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { receiverCode } from '../../../shared/receivers/receiver-code.ts';
import { receiverSettings } from '../../../shared/receivers/receiver-settings.ts';
import { english } from '../../../shared/text/english.ts';
import { readWith, shippedReceiver, type RunLanguage } from '../../support/run-generated.ts';

const hex = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const base64 = Buffer.from(hex, 'hex').toString('base64');
const passphrase = 'correct horse battery staple';
const signing = { key: { secret: 's' }, keyId: 'desk-1' };
const signingKey = 'a signing key of some length';
const key = { secret: 'k' };
const gcm = { method: 'aes256gcm', key } as const;
const values = { n: 'Çiğdem & "co"', empty: '', m: '+31 20 123 4567' };

const popupWith = (settings: object) => ({
  ...{ id: 'p', name: 'P', url: 'https://a.test/c', whenEmpty: 'send' },
  parameters: Object.entries(values).map(([name, text]) => ({ name, text })),
  ...settings,
});

function urlOf(settings: object, encryption: string): string {
  const popup = popupSchema.parse(popupWith(settings));
  const build = preparePopupUrl(popup, { signing: signingKey, encryption }, cipherTools());
  const opened = build.ok ? build.value({ fields: {}, custom: {}, ext: {} }) : build;
  if (!opened.ok) throw new Error(english(opened.problem.message));
  return opened.value.url;
}

function settingsOf(settings: object) {
  const found = receiverSettings(popupInputSchema.parse(popupWith(settings)));
  if (found === undefined) throw new Error('no receiver for these settings');
  return found;
}

/** In each the last letters of the URL are covered by a tag or a signature, or not. */
const cases: readonly (readonly [string, object, string, boolean])[] = [
  ['signed', { signing }, '', true],
  ['aes256gcm, as a whole', { encryption: { ...gcm, parameter: 'it' } }, passphrase, true],
  [
    'aes256gcm, each value, with a key in hex, signed',
    { signing, encryption: { ...gcm, keyForm: 'hex', scope: 'values' } },
    hex,
    true,
  ],
  ['aes256gcm with a key in base64', { encryption: { ...gcm, keyForm: 'base64' } }, base64, true],
  ['aes256cbc as Ringcue writes it', { encryption: { key } }, passphrase, false],
  [
    'aes256cbc as Call Center Studio reads it',
    {
      encryption: {
        ...{ key, keyForm: 'text', encoding: 'base64' },
        iv: { form: 'text', value: 'kısa' },
      },
    },
    'kısa anahtar',
    false,
  ],
  [
    'aes256cbc, each value in hex with a fixed IV, signed',
    {
      signing,
      encryption: {
        ...{ key, keyForm: 'base64', encoding: 'hex', scope: 'values' },
        iv: { form: 'base64', value: Buffer.from('0123456789abcdef').toString('base64') },
      },
    },
    `base64:${base64}`,
    true,
  ],
];

// A JDK is 120 MB to install: only `npm run receivers` has Java too.
const languages: readonly RunLanguage[] = [
  'node',
  'php',
  'python',
  ...(process.env['RINGCUE_JAVA'] === '1' ? (['java'] as const) : []),
];

describe.each(languages)('the code that the editor shows for %s', (language) => {
  it.each(cases)('reads a URL: %s', (_what, settings, encryptionKey, isCovered) => {
    const read = readWith(language, settingsOf(settings), {
      RINGCUE_KEY: encryptionKey,
      RINGCUE_SIGNING_KEY: signingKey,
    });
    const url = urlOf(settings, encryptionKey);
    expect(read(url)).toMatchObject(values);
    if (!isCovered) return;
    const at = url.length - 2;
    const changed = `${url.slice(0, at)}${url[at] === 'A' ? 'B' : 'A'}${url.slice(at + 1)}`;
    expect(() => read(changed)).toThrow(/Command failed/);
  });
});

it.each(['php', 'node', 'python', 'csharp', 'java'] as const)(
  'gives %s the parts that it needs and none of the keys',
  (language) => {
    const file = shippedReceiver(language);
    const code = (settings: object) => receiverCode(language, file, settingsOf(settings));
    const plain = code({ encryption: { key: passphrase } });
    expect(plain).toContain('RINGCUE_KEY');
    expect(plain).not.toMatch(/RINGCUE_SIGNING_KEY|rc_nonce|gcm|Gcm|For a test|---/);
    expect(plain).not.toContain(passphrase);
    const signed = code({ signing: { ...signing, key: signingKey } });
    expect(signed).toContain('desk-1');
    expect(signed).not.toMatch(/RINGCUE_KEY\b|aes-256-|AES\/|For a test|---/);
    expect(signed).not.toContain(signingKey);
    const count = (brace: string): number => plain.split(brace).length;
    expect(count('{')).toBe(count('}'));
  },
);

it.each([
  { keyForm: 'evp', iv: 'random' },
  { padding: 'zero' },
  { urlEncoding: 'twice' },
  { encoding: 'base64Twice' },
  { keyForm: 'base64', envelope: 'laravel' },
  { iv: { parameter: 'iv' } },
  { iv: { form: 'hex', value: '00' } },
])('leaves %o to the documentation', (settings) => {
  const popup = popupInputSchema.parse(popupWith({ encryption: { key, ...settings } }));
  expect(receiverSettings(popup)).toBeUndefined();
});
