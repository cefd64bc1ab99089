import { csharp } from './languages/csharp.ts';
import { java } from './languages/java.ts';
import { node } from './languages/node.ts';
import { php } from './languages/php.ts';
import { python } from './languages/python.ts';
import type { Reader } from './reader.ts';
import type { ReceiverLanguage, ReceiverSettings } from './receiver-settings.ts';

const readers: Readonly<Record<ReceiverLanguage, Reader>> = { php, node, python, csharp, java };

/** Before each part of a file stands a comment with its name; what is before the first one is always needed. */
const partMark = /^ *(?:\/\/|#) --- (\w+) ---$/;

/**
 * The receiver of one popup: of a file in docs/receivers/ the parts that it needs, and a function that reads its URLs.
 *
 * @param file the receiver as it stands in docs/receivers/
 */
export function receiverCode(
  language: ReceiverLanguage,
  file: string,
  settings: ReceiverSettings,
): string {
  const isInClass = language === 'csharp' || language === 'java';
  // The last brace of a file is the one of its class.
  const body = isInClass ? file.slice(0, file.lastIndexOf('}')) : file;
  const indent = isInClass ? '    ' : '';
  const reader = readers[language](settings).map((line) => (line === '' ? '' : indent + line));
  const end = isInClass ? ['}', ''] : [''];
  return [neededParts(body, settings, language === 'python' ? 2 : 1), '', ...reader, ...end].join(
    '\n',
  );
}

/** @param gap the most empty lines between two parts */
function neededParts(file: string, settings: ReceiverSettings, gap: number): string {
  const needed = partsFor(settings);
  let isNeeded = true;
  const lines: string[] = [];
  for (const line of file.split('\n')) {
    const part = partMark.exec(line)?.[1];
    if (part !== undefined) isNeeded = needed.has(part);
    // Where a part is left out, the empty lines around it would join.
    else if (isNeeded && !(line === '' && lines.slice(-gap).every((one) => one === ''))) {
      lines.push(line);
    }
  }
  return lines.join('\n').trimEnd();
}

function partsFor({ keyId, encryption }: ReceiverSettings): ReadonlySet<string> {
  const method = encryption?.method;
  const isChecked = keyId !== undefined || method === 'aes256gcm';
  return new Set([
    'pairs',
    ...(keyId === undefined ? [] : ['signature']),
    ...(isChecked ? ['base64url'] : []),
    ...(method === undefined ? [] : [method]),
  ]);
}
