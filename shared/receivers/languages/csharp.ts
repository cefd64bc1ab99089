import { decryption, listOf, quoted, wholeOf, type Reader, type Words } from '../reader.ts';
import type { ReceiverEncryption } from '../receiver-settings.ts';

const given = 'Environment.GetEnvironmentVariable("RINGCUE_KEY")!';
const words: Words = {
  quote: quoted,
  keys: {
    passphrase: `SHA256.HashData(Encoding.UTF8.GetBytes(${given}))`,
    hex: `Convert.FromHexString(${given})`,
    base64: `Convert.FromBase64String(${given}.Replace("base64:", ""))`,
    text: `Encoding.UTF8.GetBytes(${given}).Concat(new byte[32]).Take(32).ToArray()`,
  },
  decoded: {
    base64url: (value) => `FromBase64Url(${value})`,
    base64: (value) => `Convert.FromBase64String(${value})`,
    hex: (value) => `Convert.FromHexString(${value})`,
  },
  hex: (digits) => `Convert.FromHexString("${digits}")`,
  gcm: (value, key, name) => `Decrypt(${value}, ${key}, ${name})`,
  cbc: (bytes, key, iv) => `DecryptCbc(${bytes}, ${key}${iv ? `, ${iv}` : ''})`,
};

export const csharp: Reader = ({ keyId, encryption }) => [
  '/// <summary>The parameters of a URL, as the browser asked for it. Throws where it must not be trusted.</summary>',
  'public static Dictionary<string, string> Read(string url)',
  '{',
  ...(keyId === undefined
    ? ["    var parameters = Pairs(url[(url.IndexOf('?') + 1)..]);"]
    : [
        '    var signingKey = Environment.GetEnvironmentVariable("RINGCUE_SIGNING_KEY")!;',
        `    var keys = new Dictionary<string, string> { [${quoted(keyId)}] = signingKey };`,
        '    var parameters = Verify(url, keys, DateTimeOffset.UtcNow.ToUnixTimeSeconds());',
      ]),
  ...(encryption === undefined ? [] : decrypted(encryption)),
  '    return parameters;',
  '}',
];

function decrypted(encryption: ReceiverEncryption): readonly string[] {
  const key = `    var key = ${words.keys[encryption.keyForm]};`;
  const whole = wholeOf(encryption, words);
  return encryption.isWhole
    ? [
        key,
        `    var data = parameters.GetValueOrDefault(${whole}, "");`,
        `    parameters = Pairs(${decryption(encryption, words, 'data', whole)});`,
      ]
    : [
        key,
        `    foreach (var name in new[] { ${listOf(encryption, words)} })`,
        '    {',
        '        var value = parameters.GetValueOrDefault(name, "");',
        `        if (value != "") parameters[name] = ${decryption(encryption, words, 'value', 'name')};`,
        '    }',
      ];
}
