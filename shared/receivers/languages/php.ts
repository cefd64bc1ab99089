import { decryption, listOf, wholeOf, type Reader, type Words } from '../reader.ts';
import type { ReceiverEncryption } from '../receiver-settings.ts';

const given = "getenv('RINGCUE_KEY')";
const words: Words = {
  // Single quotes: a dollar sign means something in the others.
  quote: (text) => `'${text.replace(/[\\']/g, '\\$&')}'`,
  keys: {
    passphrase: `hash('sha256', ${given}, true)`,
    hex: `hex2bin(${given})`,
    base64: `base64_decode(str_replace('base64:', '', ${given}))`,
    text: `substr(str_pad(${given}, 32, "\\0"), 0, 32)`,
  },
  decoded: {
    base64url: (value) => `base64_decode(strtr(${value}, '-_', '+/'))`,
    base64: (value) => `base64_decode(${value})`,
    hex: (value) => `hex2bin(${value})`,
  },
  hex: (digits) => `hex2bin('${digits}')`,
  gcm: (value, key, name) => `ringcue_decrypt(${value}, $${key}, ${name})`,
  cbc: (bytes, key, iv) => `ringcue_decrypt_cbc(${bytes}, $${key}${iv ? `, ${iv}` : ''})`,
};

export const php: Reader = ({ keyId, encryption }) => [
  '/** The parameters of a URL, as the browser asked for it. Throws where it must not be trusted. */',
  'function ringcue_read(string $url): array {',
  keyId === undefined
    ? '    parse_str((string) parse_url($url, PHP_URL_QUERY), $parameters);'
    : `    $parameters = ringcue_verify($url, [${words.quote(keyId)} => getenv('RINGCUE_SIGNING_KEY')]);`,
  ...(encryption === undefined ? [] : decrypted(encryption)),
  '    return $parameters;',
  '}',
];

function decrypted(encryption: ReceiverEncryption): readonly string[] {
  const key = `    $key = ${words.keys[encryption.keyForm]};`;
  const whole = wholeOf(encryption, words);
  return encryption.isWhole
    ? [
        key,
        `    $data = ${decryption(encryption, words, `$parameters[${whole}] ?? ''`, whole)};`,
        '    parse_str($data, $parameters);',
      ]
    : [
        key,
        `    foreach ([${listOf(encryption, words)}] as $name) {`,
        "        if (($parameters[$name] ?? '') !== '') {",
        `            $parameters[$name] = ${decryption(encryption, words, '$parameters[$name]', '$name')};`,
        '        }',
        '    }',
      ];
}
