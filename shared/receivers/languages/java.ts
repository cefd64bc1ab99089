import { decryption, listOf, quoted, wholeOf, type Reader, type Words } from '../reader.ts';
import type { ReceiverEncryption } from '../receiver-settings.ts';

const given = 'System.getenv("RINGCUE_KEY")';
const utf8 = `${given}.getBytes(StandardCharsets.UTF_8)`;
const words: Words = {
  quote: quoted,
  keys: {
    passphrase: `MessageDigest.getInstance("SHA-256").digest(${utf8})`,
    hex: `HexFormat.of().parseHex(${given})`,
    base64: `Base64.getDecoder().decode(${given}.replace("base64:", ""))`,
    text: `Arrays.copyOf(${utf8}, 32)`,
  },
  decoded: {
    base64url: (value) => `Base64.getUrlDecoder().decode(${value})`,
    base64: (value) => `Base64.getDecoder().decode(${value})`,
    hex: (value) => `HexFormat.of().parseHex(${value})`,
  },
  hex: (digits) => `HexFormat.of().parseHex("${digits}")`,
  gcm: (value, key, name) => `decrypt(${value}, ${key}, ${name})`,
  cbc: (bytes, key, iv) => `decryptCbc(${bytes}, ${key}, ${iv ?? 'null'})`,
};

export const java: Reader = ({ keyId, encryption }) => [
  '/** The parameters of a URL, as the browser asked for it. Throws where it must not be trusted. */',
  'static Map<String, String> read(String url) throws Exception {',
  ...(keyId === undefined
    ? ["    Map<String, String> parameters = pairs(url.substring(url.indexOf('?') + 1));"]
    : [
        `    Map<String, String> keys = Map.of(${quoted(keyId)}, System.getenv("RINGCUE_SIGNING_KEY"));`,
        '    Map<String, String> parameters = verify(url, keys, Instant.now().getEpochSecond());',
      ]),
  ...(encryption === undefined ? [] : decrypted(encryption)),
  '    return parameters;',
  '}',
];

function decrypted(encryption: ReceiverEncryption): readonly string[] {
  const key = `    byte[] key = ${words.keys[encryption.keyForm]};`;
  const whole = wholeOf(encryption, words);
  return encryption.isWhole
    ? [
        key,
        `    String data = parameters.getOrDefault(${whole}, "");`,
        `    parameters = pairs(${decryption(encryption, words, 'data', whole)});`,
      ]
    : [
        key,
        `    for (String name : new String[] {${listOf(encryption, words)}}) {`,
        '        String value = parameters.getOrDefault(name, "");',
        `        if (!value.isEmpty()) parameters.put(name, ${decryption(encryption, words, 'value', 'name')});`,
        '    }',
      ];
}
