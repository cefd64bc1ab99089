import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../../build/lib/paths.mjs';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { decryptAddress } from '../../../electron/features/popups/decrypt-address.ts';
import { presetNames, presetOf, presets } from '../../../shared/cipher/presets.ts';
import { popupInputSchema, type PopupInput } from '../../../shared/model/popup.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { english } from '../../../shared/text/english.ts';
import { receiverSnippet, runSnippet, type Language } from '../../support/receivers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const document = readFileSync(path.join(root, 'docs/receivers.md'), 'utf8');
const tools = cipherTools();

const popupWith = (encryption: object, texts: readonly string[]): PopupInput =>
  popupInputSchema.parse({
    id: 'p',
    name: 'P',
    url: 'https://crm.example/call?t=1#/route',
    parameters: texts.map((text, index) => ({ name: `p${index}`, text })),
    whenEmpty: 'send',
    encryption: { key: 'x', ...encryption },
  });

function open(popup: PopupInput, key: string): URL {
  const settings = {
    ...popup,
    signing: undefined,
    encryption: { ...popup.encryption!, key: { secret: 'x' } },
  };
  const build = preparePopupUrl(settings, { encryption: key }, tools);
  if (!build.ok) throw new Error(english(build.problem.message));
  const result = build.value({ fields: {}, custom: {}, ext: {} });
  if (!result.ok) throw new Error(english(result.problem.message));
  return new URL(result.value.url);
}

const sentIn = ({ hash }: URL): URLSearchParams =>
  new URLSearchParams(hash.slice(hash.indexOf('?') + 1).replaceAll('+', '%2B'));

interface Form {
  readonly heading: string;
  readonly language: Language;
  readonly encryption: object;
  readonly key: string;
  readonly env?: (sent: URLSearchParams) => Record<string, string>;
}

const iv = '0123456789abcdef';
const fixed = { form: 'text', value: iv } as const;
const laravelKey = `base64:${randomBytes(32).toString('base64')}`;
const forms: readonly Form[] = [
  {
    heading: 'Call Center Studio (PHP openssl_decrypt)',
    language: 'php',
    encryption: { ...presets.callCenterStudio, iv: fixed },
    key: 'kısa anahtar',
    env: () => ({ RINGCUE_IV: iv }),
  },
  {
    heading: 'CryptoJS passphrase',
    language: 'node',
    encryption: presets.cryptoJs,
    key: 'geheim ş',
  },
  { heading: 'OpenSSL', language: 'shell', encryption: presets.openssl, key: 'geheim ş' },
  {
    heading: 'OpenSSL with EVP_BytesToKey',
    language: 'shell',
    encryption: { ...presets.cryptoJs, derivation: { hash: 'sha256' } },
    key: 'geheim ş',
  },
  { heading: 'Laravel', language: 'php', encryption: presets.laravel, key: laravelKey },
  {
    heading: 'PBKDF2 with a fixed salt, IV in its own parameter',
    language: 'python',
    encryption: {
      keyForm: 'pbkdf2',
      derivation: { iterations: 100_000, salt: { form: 'text', value: 'ringcue' } },
      iv: { parameter: 'iv' },
      encoding: 'hex',
    },
    key: 'geheim ş',
    env: (sent) => ({ RINGCUE_IV: sent.get('iv') ?? '' }),
  },
  {
    heading: 'Zero padding',
    language: 'python',
    encryption: { padding: 'zero' },
    key: 'geheim ş',
  },
  {
    heading: 'Base64 and URL encoding twice',
    language: 'php',
    encryption: { keyForm: 'text', iv: fixed, encoding: 'base64Twice', urlEncoding: 'twice' },
    key: 'geheim ş',
    env: () => ({ RINGCUE_IV: iv }),
  },
];

const samples = fc.sample(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
  { numRuns: 30, seed: 7 },
);
const texts = [...samples, 'Ayşe & Söhne +90 100% "ok"', 'x'.repeat(1000), ''].map((text) =>
  text.replaceAll('{{', '{'),
);
const expected = Object.fromEntries(texts.map((text, index) => [`p${index}`, text]));

it.each(forms)('is read by the receiver under "$heading", whatever the values', (form) => {
  const popup = popupWith(form.encryption, texts);
  const url = open(popup, form.key);
  const sent = sentIn(url);
  const snippet = receiverSnippet(document, form.language, form.heading);
  const env = { RINGCUE_KEY: form.key, DATA: sent.get('data') ?? '', ...form.env?.(sent) };
  expect(runSnippet(form.language, snippet, temporaryFolder(), env)).toEqual(expected);
  const decrypted = decryptAddress(popup.encryption, form.key, url.href);
  expect(decrypted.ok && Object.fromEntries(decrypted.value.parameters)).toEqual(expected);
});

it('is read without padding by PHP, value by value', () => {
  const text = 'exactly 16 bytes';
  const encryption = { keyForm: 'text', scope: 'values', padding: 'none', encoding: 'base64' };
  const sent = sentIn(open(popupWith(encryption, [text, '']), 'k'));
  const snippet = receiverSnippet(document, 'php', 'No padding');
  const env = { RINGCUE_KEY: 'k', DATA: sent.get('p0') ?? '' };
  expect(runSnippet('php', snippet, temporaryFolder(), env)).toEqual({ value: text });
  expect(sent.get('p1')).toBe('');
});

const ownForms = fc.record({
  keyForm: fc.constantFrom('passphrase', 'text', 'evp', 'pbkdf2'),
  iv: fc.constantFrom('random', { parameter: 'own-iv' }, fixed),
  encoding: fc.constantFrom('base64url', 'base64', 'hex', 'base64Twice'),
  padding: fc.constantFrom(undefined, 'zero'),
  urlEncoding: fc.constantFrom(undefined, 'twice'),
  scope: fc.constantFrom('query', 'values'),
  derivation: fc.record({
    hash: fc.constantFrom(undefined, 'md5', 'sha1', 'sha256', 'sha512'),
    iterations: fc.constant(2),
    salt: fc.constantFrom('random', { form: 'hex', value: '00ff' }, { form: 'text', value: 'ş' }),
  }),
});

it('is read back by the editor in every combination of settings', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((one) => !one.includes('{{') && !one.endsWith('\0'));
  fc.assert(
    fc.property(ownForms, fc.array(text, { minLength: 1, maxLength: 3 }), (encryption, values) => {
      const popup = popupWith(encryption, values);
      const decrypted = decryptAddress(popup.encryption, 'geheim', open(popup, 'geheim').href);
      const read = decrypted.ok ? decrypted.value.parameters : [];
      for (const [index, value] of values.entries()) {
        expect(read).toContainEqual([`p${index}`, value]);
      }
    }),
    { numRuns: 150 },
  );
});

it.each([
  [{}, 'not a url', 'not a URL'],
  [{}, 'https://crm.example/?x=1', 'no parameter “data”'],
  [{}, 'https://crm.example/?data=%00', 'not valid base64url'],
  [{}, 'https://crm.example/?data=AAAA', 'not encrypted with this key'],
  [{ encoding: 'hex' }, 'https://crm.example/?data=abc', 'not valid hex'],
  [{ iv: { parameter: 'iv' } }, 'https://crm.example/?data=AAAA&iv=AAAA', '16 bytes'],
  [presets.cryptoJs, 'https://crm.example/?data=AAAA', 'Salted__'],
  [{ scope: 'values' }, 'https://crm.example/', 'no parameters'],
])('says where it ends with %j and %s', (encryption, url, sentence) => {
  const decrypted = decryptAddress(popupWith(encryption, []).encryption, 'k', url);
  expect(decrypted.ok ? '' : english(decrypted.problem.message)).toContain(sentence);
});

it('does not read a Laravel message that was changed on its way', () => {
  const popup = popupWith(presets.laravel, ['value']);
  const url = open(popup, laravelKey);
  const envelope = z
    .record(z.string(), z.string())
    .parse(JSON.parse(Buffer.from(sentIn(url).get('data') ?? '', 'base64').toString()));
  const iv = Buffer.from(envelope['iv'] ?? '', 'base64');
  iv.writeUInt8(iv.readUInt8(0) ^ 1, 0);
  const changed = Buffer.from(JSON.stringify({ ...envelope, iv: iv.toString('base64') }));
  const data = encodeURIComponent(changed.toString('base64'));
  const read = decryptAddress(popup.encryption, laravelKey, `https://crm.example/?data=${data}`);
  expect(read.ok ? '' : english(read.problem.message)).toContain('or it was changed');
});

it('reads nothing with another key, in any form', () => {
  for (const { encryption, key } of forms) {
    const popup = popupWith(encryption, ['value']);
    const other = key.startsWith('base64:')
      ? `base64:${randomBytes(32).toString('base64')}`
      : 'other';
    const decrypted = decryptAddress(popup.encryption, other, open(popup, key).href);
    const read = decrypted.ok ? JSON.stringify(decrypted.value) : '';
    expect(read).not.toContain('value');
  }
  expect(
    decryptAddress(popupWith({}, []).encryption, undefined, 'https://x.test/?data=a'),
  ).toMatchObject({ ok: false, problem: { path: 'popup.encryption.key' } });
});

it('knows each preset by its settings, whatever the key and the fixed IV', () => {
  for (const name of presetNames) expect(presetOf(presets[name])).toBe(name);
  expect(presetOf({ ...presets.callCenterStudio, iv: fixed })).toBe('callCenterStudio');
  expect(
    presetOf({
      ...presets.openssl,
      derivation: { hash: 'sha256', iterations: 10_000, salt: 'random' },
    }),
  ).toBe('openssl');
  expect(
    presetOf({ ...presets.openssl, derivation: { iterations: 5, salt: 'random' } }),
  ).toBeUndefined();
  expect(presetOf({ ...presets.ringcue, padding: 'zero' })).toBeUndefined();
});

it('refuses settings that contradict each other', () => {
  const refused = (encryption: object) =>
    popupInputSchema.safeParse({ ...popupWith({}, []), encryption: { key: 'k', ...encryption } })
      .error?.issues[0]?.path;
  expect(refused({ iv: { parameter: 'data' } })).toEqual(['encryption', 'iv', 'parameter']);
  expect(refused({ iv: { parameter: 'data' }, scope: 'values' })).toBeUndefined();
  expect(refused({ keyForm: 'evp', envelope: 'laravel' })).toEqual(['encryption', 'keyForm']);
});
