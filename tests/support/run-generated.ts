import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';
import { receiverCode } from '../../shared/receivers/receiver-code.ts';
import type {
  ReceiverLanguage,
  ReceiverSettings,
} from '../../shared/receivers/receiver-settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const receiverFileNames: Readonly<Record<ReceiverLanguage, string>> = {
  php: 'receiver.php',
  node: 'receiver.mjs',
  python: 'receiver.py',
  csharp: 'Receiver.cs',
  java: 'Receiver.java',
};

/** What prints the parameters of the URL that the program is called with; C# cannot be run here. */
const ends = {
  php: { command: 'php', end: 'echo json_encode(ringcue_read($argv[1]));' },
  node: {
    command: process.execPath,
    end: 'console.log(JSON.stringify(Object.fromEntries(read(process.argv[2]))));',
  },
  python: { command: 'python3', end: 'print(json.dumps(read(sys.argv[1])))' },
  java: {
    command: 'java',
    end: `public static void main(String[] all) throws Exception {
      StringBuilder json = new StringBuilder();
      for (Map.Entry<String, String> one : read(all[0]).entrySet()) {
        String value = Base64.getEncoder().encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8));
        json.append(json.length() == 0 ? "" : ",").append('"' + one.getKey() + "\\":\\"" + value + '"');
      }
      System.out.print("{" + json + "}");
    }`,
  },
} as const;
export type RunLanguage = keyof typeof ends;

const namedSchema = z.record(z.string(), z.string());

export const shippedReceiver = (language: ReceiverLanguage): string =>
  readFileSync(path.join(root, 'docs/receivers', receiverFileNames[language]), 'utf8');

/** What the editor shows for these settings. @throws where it shows none */
export function shownReceiver(
  language: ReceiverLanguage,
  settings: ReceiverSettings | undefined,
): string {
  if (settings === undefined) throw new Error('no receiver for these settings');
  return receiverCode(language, shippedReceiver(language), settings);
}

/** Reads a URL with the code that the editor shows for these settings. @throws where the code refuses it */
export function readWith(
  language: RunLanguage,
  settings: ReceiverSettings | undefined,
  keys: Readonly<Record<string, string>>,
): (url: string) => Record<string, string> {
  const folder = temporaryFolder();
  const script = path.join(folder, receiverFileNames[language]);
  const code = shownReceiver(language, settings);
  const { command, end } = ends[language];
  const isInClass = language === 'java';
  const body = isInClass ? code.slice(0, code.lastIndexOf('}')) : code;
  writeFileSync(script, `${body}\n${end}\n${isInClass ? '}\n' : ''}`);
  const env = { ...process.env, ...keys, RINGCUE_NONCES: folder };
  return (url) => {
    const printed = execFileSync(command, [script, url], { env, encoding: 'utf8', stdio: 'pipe' });
    const read = namedSchema.parse(JSON.parse(printed));
    return isInClass ? decodedValues(read) : read;
  };
}

const decodedValues = (read: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, Buffer.from(value, 'base64').toString()]),
  );
