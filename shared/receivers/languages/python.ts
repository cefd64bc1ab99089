import { decryption, listOf, quoted, wholeOf, type Reader, type Words } from '../reader.ts';
import type { ReceiverEncryption } from '../receiver-settings.ts';

const given = 'os.environ["RINGCUE_KEY"]';
const words: Words = {
  quote: quoted,
  keys: {
    passphrase: `hashlib.sha256(${given}.encode()).digest()`,
    hex: `bytes.fromhex(${given})`,
    base64: `base64.b64decode(${given}.replace("base64:", ""))`,
    text: `${given}.encode().ljust(32, b"\\0")[:32]`,
  },
  decoded: {
    base64url: (value) => `base64.urlsafe_b64decode(${value} + "==")`,
    base64: (value) => `base64.b64decode(${value})`,
    hex: (value) => `bytes.fromhex(${value})`,
  },
  hex: (digits) => `bytes.fromhex("${digits}")`,
  gcm: (value, key, name) => `decrypt(${value}, ${key}, ${name})`,
  cbc: (bytes, key, iv) => `decrypt_cbc(${bytes}, ${key}${iv ? `, ${iv}` : ''})`,
};

export const python: Reader = ({ keyId, encryption }) => [
  '',
  'def read(url):',
  '    """The parameters of a URL, as the browser asked for it. Raises where it must not be trusted."""',
  keyId === undefined
    ? '    parameters = pairs(url.partition("?")[2])'
    : `    parameters = verify(url, {${quoted(keyId)}: os.environ["RINGCUE_SIGNING_KEY"]})`,
  ...(encryption === undefined ? [] : decrypted(encryption)),
  '    return parameters',
];

function decrypted(encryption: ReceiverEncryption): readonly string[] {
  const key = `    key = ${words.keys[encryption.keyForm]}`;
  const whole = wholeOf(encryption, words);
  return encryption.isWhole
    ? [
        key,
        `    data = parameters.get(${whole}, "")`,
        `    parameters = pairs(${decryption(encryption, words, 'data', whole)})`,
      ]
    : [
        key,
        `    for name in [${listOf(encryption, words)}]:`,
        '        value = parameters.get(name, "")',
        '        if value != "":',
        `            parameters[name] = ${decryption(encryption, words, 'value', 'name')}`,
      ];
}
