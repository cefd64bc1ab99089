import type { ReceiverEncryption, ReceiverSettings } from './receiver-settings.ts';

/** Writes the function that reads the URLs of one popup, in one language, line by line. */
export type Reader = (settings: ReceiverSettings) => readonly string[];

/** How one language says what encrypted values need. */
export interface Words {
  readonly quote: (text: string) => string;
  /** The key's bytes, by its form, from the environment. */
  readonly keys: Readonly<Record<ReceiverEncryption['keyForm'], string>>;
  /** The bytes of an encoded value. */
  readonly decoded: Readonly<Record<ReceiverEncryption['encoding'], (value: string) => string>>;
  readonly hex: (digits: string) => string;
  readonly gcm: (value: string, key: string, name: string) => string;
  readonly cbc: (bytes: string, key: string, iv: string | undefined) => string;
}

/** Double quotes and a backslash mean the same in all of the languages but PHP. */
export const quoted = (text: string): string => JSON.stringify(text);

/** What decrypts a value; of aes256gcm with the name of its parameter. */
export function decryption(
  { method, encoding, iv }: ReceiverEncryption,
  words: Words,
  value: string,
  name: string,
): string {
  return method === 'aes256gcm'
    ? words.gcm(value, 'key', name)
    : words.cbc(words.decoded[encoding](value), 'key', iv === undefined ? iv : words.hex(iv));
}

export const listOf = ({ names }: ReceiverEncryption, words: Words): string =>
  names.map(words.quote).join(', ');

/** Of the parameter that has all the others. */
export const wholeOf = ({ names }: ReceiverEncryption, words: Words): string =>
  words.quote(names[0] ?? '');
