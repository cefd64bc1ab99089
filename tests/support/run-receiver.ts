import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { text as textOf } from 'node:stream/consumers';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const receivers = path.join(root, 'docs/receivers');
const commands = {
  node: () => [process.execPath, path.join(receivers, 'receiver.mjs')],
  php: () => ['php', path.join(receivers, 'receiver.php')],
  python: () => ['python3', path.join(receivers, 'receiver.py')],
  java: () => ['java', path.join(receivers, 'Receiver.java')],
  csharp: () => ['mono', builtForMono()],
} as const;
export type ReceiverLanguage = keyof typeof commands;

/** The keys of a test; the receivers derive the encryption key by SHA-256. */
export interface ReceiverKeys {
  readonly encryption?: string;
  readonly signing?: string;
  readonly keyId?: string;
  /** Only the receiver in C# reads both. */
  readonly method?: 'aes256cbc';
}

export const encryptionKeyBytes = (key: string): Buffer =>
  createHash('sha256').update(key).digest();

/** The receiver in C# takes what a project builds: here Debian's compiler, with what its libraries lack. */
function builtForMono(): string {
  const own = ['RunReceiver.cs', 'MissingInMono.cs'];
  const files = own.map((file) => path.join(import.meta.dirname, 'csharp', file));
  const program = path.join(temporaryFolder(), 'receiver.exe');
  // 436: the stand-in takes the place of the name in Mono's library.
  const options = ['-warnaserror', '-nowarn:436', `-out:${program}`];
  execFileSync('mcs', [...options, path.join(receivers, 'Receiver.cs'), ...files]);
  return program;
}

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
  const [command = '', ...args] = commands[language]();
  const receiver = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      RINGCUE_NONCES: temporaryFolder(),
      ...(keys.encryption && { RINGCUE_KEY: keys.encryption }),
      ...(keys.signing && { RINGCUE_SIGNING_KEY: keys.signing }),
      ...(keys.method && { RINGCUE_METHOD: keys.method }),
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
