import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text as textOf } from 'node:stream/consumers';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const commands = {
  node: [process.execPath, 'receiver.mjs'],
  php: ['php', 'receiver.php'],
  python: ['python3', 'receiver.py'],
  java: ['java', 'Receiver.java'],
} as const;
export type ReceiverLanguage = keyof typeof commands;

/** The keys of a test; the receivers derive the encryption key by SHA-256. */
export interface ReceiverKeys {
  readonly encryption?: string;
  readonly signing?: string;
  readonly keyId?: string;
}

export const encryptionKeyBytes = (key: string): Buffer =>
  createHash('sha256').update(key).digest();

const answerSchema = z.union([
  // PHP writes an empty array where there is no parameter.
  z.strictObject({ parameters: z.union([z.record(z.string(), z.string()), z.tuple([])]) }),
  z.strictObject({ refused: z.string() }),
]);
export type ReceiverAnswer = z.infer<typeof answerSchema>;

/** Hands texts to a receiver of docs/receivers/, all in one process. @returns what it made of each */
export async function runReceiver(
  language: ReceiverLanguage,
  keys: ReceiverKeys,
  texts: readonly Buffer[],
): Promise<readonly ReceiverAnswer[]> {
  const [command, file] = commands[language];
  const receiver = spawn(command, [path.join(root, 'docs/receivers', file)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      RINGCUE_NONCES: temporaryFolder(),
      ...(keys.encryption && { RINGCUE_KEY: keys.encryption }),
      ...(keys.signing && { RINGCUE_SIGNING_KEY: keys.signing }),
      ...(keys.keyId && { RINGCUE_KEY_ID: keys.keyId }),
    },
  });
  receiver.stdin.end(texts.map((one) => `${one.toString('base64')}\n`).join(''));
  const output = await textOf(receiver.stdout);
  return output
    .trim()
    .split('\n')
    .map((line) => answerSchema.parse(JSON.parse(line)));
}

/** The text with each of its bits flipped in turn. */
export const flippedBits = (text: string): readonly Buffer[] =>
  Array.from({ length: Buffer.byteLength(text) * 8 }, (_, bit) => {
    const bytes = Buffer.from(text);
    const at = Math.floor(bit / 8);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at);
    return bytes;
  });
