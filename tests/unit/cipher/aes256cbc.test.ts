import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { prepareCipher, type CipherSettings } from '../../../shared/cipher/prepare-cipher.ts';
import { english } from '../../../shared/text/english.ts';

const settings: CipherSettings = { keyForm: 'passphrase', iv: 'random', encoding: 'base64url' };
const tools = cipherTools();
const prepare = (key: string, patch: Partial<CipherSettings> = {}) => {
  const result = prepareCipher(key, { ...settings, ...patch }, tools);
  if (!result.ok) throw new Error(`${result.problem.path}: ${english(result.problem.message)}`);
  return (text: string): string => {
    const encrypted = result.value().encrypt(text, 'data');
    if (!encrypted.ok) throw new Error(english(encrypted.problem.message));
    return encrypted.value;
  };
};

function decrypt(bytes: Buffer, key: Buffer, iv?: Buffer): string {
  const body = iv === undefined ? bytes.subarray(16) : bytes;
  const decipher = createDecipheriv('aes-256-cbc', key, iv ?? bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

it('is read by OpenSSL and by node:crypto, whatever the text', () => {
  const key = createHash('sha256').update('geheim').digest();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decrypt(Buffer.from(prepare('geheim')(text), 'base64url'), key)).toBe(text);
    }),
  );
  const bytes = Buffer.from(prepare('geheim')('çağrı +1'), 'base64url');
  const args = ['enc', '-d', '-aes-256-cbc', '-K', key.toString('hex')];
  const iv = bytes.subarray(0, 16).toString('hex');
  expect(
    execFileSync('openssl', [...args, '-iv', iv], { input: bytes.subarray(16), encoding: 'utf8' }),
  ).toBe('çağrı +1');
});

it('takes the key in four forms', () => {
  const raw = randomBytes(32);
  expect(
    decrypt(Buffer.from(prepare(raw.toString('hex'), { keyForm: 'hex' })('a'), 'base64url'), raw),
  ).toBe('a');
  expect(
    decrypt(
      Buffer.from(prepare(raw.toString('base64'), { keyForm: 'base64' })('a'), 'base64url'),
      raw,
    ),
  ).toBe('a');
  const short = Buffer.concat([Buffer.from('kısa'), Buffer.alloc(27)]);
  expect(decrypt(Buffer.from(prepare('kısa', { keyForm: 'text' })('a'), 'base64url'), short)).toBe(
    'a',
  );
  const long = 'x'.repeat(40);
  expect(
    decrypt(
      Buffer.from(prepare(long, { keyForm: 'text' })('a'), 'base64url'),
      Buffer.from(long.slice(0, 32)),
    ),
  ).toBe('a');
});

it('uses a fresh IV each time, or the fixed one and does not send it', () => {
  const encrypt = prepare('k');
  expect(encrypt('same')).not.toBe(encrypt('same'));
  const iv = randomBytes(16);
  const fixed = prepare('k', {
    iv: { form: 'hex', value: iv.toString('hex') },
    encoding: 'base64',
  });
  expect(fixed('same')).toBe(fixed('same'));
  const key = createHash('sha256').update('k').digest();
  expect(decrypt(Buffer.from(fixed('same'), 'base64'), key, iv)).toBe('same');
  const text = prepare('k', { iv: { form: 'text', value: 'abc' }, encoding: 'hex' });
  const padded = Buffer.concat([Buffer.from('abc'), Buffer.alloc(13)]);
  expect(decrypt(Buffer.from(text('same'), 'hex'), key, padded)).toBe('same');
});

it.each([
  ['hex', 'abcd', 'it must be 64 hex digits'],
  ['hex', 'xyz', 'not valid hex'],
  ['base64', 'YWJj', 'it must be 32 bytes in base64'],
  ['base64', '***', 'not valid base64'],
  ['passphrase', '', 'empty'],
] as const)('refuses a %s key %j with a sentence', (keyForm, key, sentence) => {
  const result = prepareCipher(key, { ...settings, keyForm }, tools);
  expect(result).toMatchObject({ ok: false, problem: { path: 'key' } });
  expect(result.ok ? '' : english(result.problem.message)).toContain(sentence);
});

it('refuses a fixed IV of the wrong length', () => {
  expect(
    prepareCipher('k', { ...settings, iv: { form: 'hex', value: 'ab' } }, tools),
  ).toMatchObject({ ok: false, problem: { path: 'iv' } });
});

it('takes a key as Laravel writes it, and refuses a short one', () => {
  const raw = randomBytes(32);
  const key = `base64:${raw.toString('base64')}`;
  expect(decrypt(Buffer.from(prepare(key, { keyForm: 'base64' })('a'), 'base64url'), raw)).toBe(
    'a',
  );
  const short = `base64:${raw.subarray(16).toString('base64')}`;
  const result = prepareCipher(
    short,
    { ...settings, keyForm: 'base64', envelope: 'laravel' },
    tools,
  );
  expect(result.ok ? '' : english(result.problem.message)).toContain('16 bytes');
});

it('refuses a salt that is no hex, at its place, and derives nothing to find out', () => {
  const derivation = { salt: { form: 'hex', value: 'xy' }, iterations: 1_000_000 } as const;
  const result = prepareCipher('k', { ...settings, keyForm: 'pbkdf2', derivation }, tools);
  expect(result).toMatchObject({ ok: false, problem: { path: 'derivation.salt' } });
});

it('says that a text is not whole blocks where nothing may be added', () => {
  expect(() => prepare('k', { padding: 'none' })('15 characters..')).toThrow('multiple of 16');
  expect(prepare('k', { padding: 'none', encoding: 'hex' })('16 characters...')).toHaveLength(64);
});

it('encrypts 100 kB and halves of surrogate pairs', () => {
  const key = createHash('sha256').update('k').digest();
  const long = 'ş'.repeat(100_000);
  expect(decrypt(Buffer.from(prepare('k')(long), 'base64url'), key)).toBe(long);
  expect(decrypt(Buffer.from(prepare('k')('a\uD800b'), 'base64url'), key)).toBe('a\uFFFDb');
});

it('derives a key once for its fixed salt, and afresh for a random one', () => {
  const request = { password: Buffer.from('k'), salt: Buffer.from('s'), iterations: 2 } as const;
  const own = cipherTools();
  const ask = (length: number) => own.pbkdf2({ ...request, hash: 'sha256', length });
  expect(ask(32)).toBe(ask(32));
  expect(ask(48)).not.toBe(ask(48));
});
