import { describe, expect, it } from 'vitest';
import { cipherTools } from '../../../electron/features/popups/cipher-tools.ts';
import { decryptAddress } from '../../../electron/features/popups/decrypt-address.ts';
import { prepareDecryption } from '../../../electron/features/popups/decrypt-value.ts';
import { popupInputSchema, popupSchema } from '../../../shared/model/popup.ts';
import { preparePopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { english } from '../../../shared/text/english.ts';
import {
  flippedBits,
  runReceiver,
  type ReceiverLanguage,
  type ReceiverAnswer,
} from '../../support/run-receiver.ts';

const keys = {
  encryption: 'correct horse battery staple',
  signing: 'a signing key of some length',
};
const gcm = { encryption: { method: 'aes256gcm', key: { secret: 'k' } } };
const signed = { signing: { key: { secret: 's' }, keyId: 'desk-1' } };
const call = { fields: {}, custom: {}, ext: {} };

function addressOf(settings: object, text = '7', at = Date.now(), url = 'https://a.test/c') {
  const popup = popupSchema.parse({
    id: 'p',
    name: 'P',
    url,
    parameters: [{ name: 'n', text }],
    ...settings,
  });
  const build = preparePopupUrl(popup, keys, { ...cipherTools(), now: () => at });
  const opened = build.ok ? build.value(call) : build;
  if (!opened.ok) throw new Error(english(opened.problem.message));
  return opened.value.url;
}

const dataOf = (url: string): string => new URL(url).searchParams.get('data') ?? '';
const read = (answer: ReceiverAnswer | undefined) =>
  answer !== undefined && 'parameters' in answer ? answer.parameters : undefined;
const refusals = (answers: readonly ReceiverAnswer[]) =>
  answers.map((answer) => ('refused' in answer ? answer.refused : ''));

// A JDK is 120 MB to install: only `npm run receivers` has Java too.
const languages: readonly ReceiverLanguage[] = [
  'node',
  'php',
  'python',
  'csharp',
  ...(process.env['RINGCUE_JAVA'] === '1' ? (['java'] as const) : []),
];

describe.each(languages)('the receiver in %s', (language) => {
  const both = { ...keys, keyId: 'desk-1' };
  const run = (texts: readonly string[]) =>
    runReceiver(
      language,
      both,
      texts.map((text) => Buffer.from(text)),
    );

  it('reads what the app sends, whatever the values', async () => {
    const values = ['Ayşe & Söhne +90 100% "ok"', '𝄞 = ?#/', 'x'.repeat(500)];
    const answers = await run(values.map((value) => addressOf({ ...gcm, ...signed }, value)));
    expect(answers.map(read)).toEqual(values.map((n) => ({ n })));
  });

  it('refuses an address with any bit of it flipped', async () => {
    const url = addressOf({ ...gcm, ...signed });
    const changed = await runReceiver(language, both, [...flippedBits(url), Buffer.from(url)]);
    expect(changed.slice(0, -1).filter((answer) => 'parameters' in answer)).toEqual([]);
    expect(changed).toHaveLength(url.length * 8 + 1);
    // And the address itself is still good.
    expect(read(changed.at(-1))).toEqual({ n: '7' });
  });

  it('refuses an encrypted value with any bit of it flipped', async () => {
    const data = dataOf(addressOf(gcm));
    const texts = [...flippedBits(data), Buffer.from(data)];
    const answers = await runReceiver(language, { encryption: keys.encryption }, texts);
    expect(answers.slice(0, -1).filter((answer) => 'parameters' in answer)).toEqual([]);
    expect(read(answers.at(-1))).toEqual({ n: '7' });
  });

  it('refuses an address that only is signed with any bit of it flipped', async () => {
    const url = addressOf(signed);
    const only = { signing: keys.signing, keyId: 'desk-1' };
    const answers = await runReceiver(language, only, [...flippedBits(url), Buffer.from(url)]);
    expect(answers.slice(0, -1).filter((answer) => 'parameters' in answer)).toEqual([]);
    expect(read(answers.at(-1))).toMatchObject({ n: '7', rc_key: 'desk-1' });
  });

  it('refuses what comes again, too late, from the future, unsigned or with another key', async () => {
    const settings = { ...gcm, ...signed };
    const url = addressOf(settings);
    const otherKey = addressOf({ ...gcm, signing: { ...signed.signing, keyId: 'desk-2' } });
    const answers = await run([
      url,
      url,
      addressOf(settings, '7', Date.now() - 400_000),
      addressOf(settings, '7', Date.now() + 400_000),
      addressOf(gcm),
      otherKey,
    ]);
    expect(refusals(answers)).toEqual([
      '',
      'seen before',
      'too old',
      'too old',
      'no signature',
      'unknown key',
    ]);
  });
});

it('in C#: reads aes256cbc, and refuses a signed one with any bit of it flipped', async () => {
  const url = addressOf({ encryption: { key: { secret: 'k' } }, ...signed });
  const texts = [...flippedBits(url), Buffer.from(url)];
  const answers = await runReceiver(
    'csharp',
    { ...keys, keyId: 'desk-1', method: 'aes256cbc' },
    texts,
  );
  expect(answers).toHaveLength(url.length * 8 + 1);
  expect(answers.slice(0, -1).filter((answer) => 'parameters' in answer)).toEqual([]);
  expect(read(answers.at(-1))).toEqual({ n: '7' });
});

it('covers the route of a page, and leaves out a fragment that no server gets', () => {
  const route = addressOf(signed, '7', 0, 'https://a.test/#/call?x=1');
  expect(route).toMatch(/^https:\/\/a\.test\/#\/call\?x=1&n=7&rc_key=.*&rc_signature=[\w-]{43}$/);
  const fragment = addressOf(signed, '7', 0, 'https://a.test/?x=1#top');
  expect(fragment).toMatch(/^https:\/\/a\.test\/\?x=1&n=7&rc_key=.*&rc_signature=[\w-]{43}#top$/);
});

it('signs an address as a browser writes it', () => {
  expect(addressOf(signed, '7', 0, "https://A.test:443/it's?q='")).toMatch(
    /^https:\/\/a\.test\/it's\?q=%27&n=7&rc_key/,
  );
});

it('is read by the editor, and refused with any bit flipped', () => {
  const popup = popupInputSchema.parse({ id: 'p', name: 'P', url: 'https://a.test', ...gcm });
  const url = addressOf({ ...gcm, ...signed });
  expect(decryptAddress(popup.encryption, keys.encryption, url)).toEqual({
    ok: true,
    value: { parameters: [['n', '7']] },
  });
  const decrypt = prepareDecryption(keys.encryption, popup.encryption!, undefined);
  if (!decrypt.ok) throw new Error('no key');
  const data = dataOf(url);
  for (const changed of flippedBits(data)) {
    expect(decrypt.value(changed.toString('latin1'), 'data').ok).toBe(false);
  }
  expect(decrypt.value(data, 'other').ok).toBe(false);
});

it('refuses settings that aes256gcm does not have, and names that the signature takes', () => {
  const pathsOf = (settings: object) =>
    popupInputSchema
      .safeParse({ id: 'p', name: 'P', url: 'https://a.test', ...settings })
      .error?.issues.map(({ path }) => path.join('.'));
  const encryption = { method: 'aes256gcm', key: 'k' };
  expect(pathsOf({ encryption })).toBeUndefined();
  expect(
    pathsOf({ encryption: { ...encryption, keyForm: 'evp', encoding: 'hex', padding: 'zero' } }),
  ).toEqual(['encryption.keyForm', 'encryption.encoding', 'encryption.padding']);
  const parameters = [{ name: 'rc_time', text: '1' }];
  expect(pathsOf({ parameters, signing: { key: 'k', keyId: '1' } })).toEqual(['parameters.0.name']);
  expect(pathsOf({ parameters })).toBeUndefined();
});
