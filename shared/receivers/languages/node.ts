import { decryption, listOf, quoted, wholeOf, type Reader, type Words } from '../reader.ts';
import type { ReceiverEncryption } from '../receiver-settings.ts';

const given = 'process.env.RINGCUE_KEY';
const words: Words = {
  quote: quoted,
  keys: {
    passphrase: `createHash('sha256').update(${given}).digest()`,
    hex: `Buffer.from(${given}, 'hex')`,
    base64: `Buffer.from(${given}.replace('base64:', ''), 'base64')`,
    text: `Buffer.concat([Buffer.from(${given}), Buffer.alloc(32)]).subarray(0, 32)`,
  },
  decoded: {
    base64url: (value) => `Buffer.from(${value}, 'base64url')`,
    base64: (value) => `Buffer.from(${value}, 'base64')`,
    hex: (value) => `Buffer.from(${value}, 'hex')`,
  },
  hex: (digits) => `Buffer.from('${digits}', 'hex')`,
  gcm: (value, key, name) => `decrypt(${value}, ${key}, ${name})`,
  cbc: (bytes, key, iv) => `decryptCbc(${bytes}, ${key}${iv ? `, ${iv}` : ''})`,
};

export const node: Reader = ({ keyId, encryption }) => [
  '/** The parameters of a URL, as the browser asked for it. Throws where it must not be trusted. */',
  'export function read(url) {',
  keyId === undefined
    ? "  const parameters = new URL(url, 'https://localhost').searchParams;"
    : `  const parameters = verify(url, { ${quoted(keyId)}: process.env.RINGCUE_SIGNING_KEY });`,
  ...(encryption === undefined ? [] : decrypted(encryption)),
  ...(encryption?.isWhole === true ? [] : ['  return parameters;']),
  '}',
];

function decrypted(encryption: ReceiverEncryption): readonly string[] {
  const key = `  const key = ${words.keys[encryption.keyForm]};`;
  const whole = wholeOf(encryption, words);
  return encryption.isWhole
    ? [
        key,
        `  const data = parameters.get(${whole}) ?? '';`,
        `  return new URLSearchParams(${decryption(encryption, words, 'data', whole)});`,
      ]
    : [
        key,
        `  for (const name of [${listOf(encryption, words)}]) {`,
        "    const value = parameters.get(name) ?? '';",
        `    if (value !== '') parameters.set(name, ${decryption(encryption, words, 'value', 'name')});`,
        '  }',
      ];
}
