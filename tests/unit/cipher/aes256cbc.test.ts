import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { prepareAes256Cbc, type CipherSettings } from '../../../shared/cipher/aes256cbc.ts';
import { english } from '../../../shared/text/english.ts';

const settings: CipherSettings = { keyForm: 'passphrase', iv: 'random', encoding: 'base64url' };
const prepare = (key: string, patch: Partial<CipherSettings> = {}) => {
  const result = prepareAes256Cbc(key, { ...settings, ...patch }, randomBytes);
  if (!result.ok) throw new Error(`${result.problem.path}: ${english(result.problem.message)}`);
  return result.value;
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
  const result = prepareAes256Cbc(key, { ...settings, keyForm }, randomBytes);
  expect(result).toMatchObject({ ok: false, problem: { path: 'key' } });
  expect(result.ok ? '' : english(result.problem.message)).toContain(sentence);
});

it('refuses a fixed IV of the wrong length', () => {
  expect(
    prepareAes256Cbc('k', { ...settings, iv: { form: 'hex', value: 'ab' } }, randomBytes),
  ).toMatchObject({ ok: false, problem: { path: 'iv' } });
});
