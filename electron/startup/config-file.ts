import { readFileSync } from 'node:fs';
import { readConfig } from '../../shared/config/read-config.ts';
import type { ConfigInput } from '../../shared/model/config-document.ts';
import { problemText } from '../../shared/text/english.ts';
import { errorText } from '../platform/logging/log.ts';

/** More than 10,000 definitions need, and small enough to read at start. */
const maxBytes = 32 * 1024 * 1024;

/** Reads `--config FILE`. Problems come as lines for the person who wrote the file. */
export function readConfigFile(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; value: ConfigInput } | { ok: false; lines: readonly string[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { ok: false, lines: [`${file} cannot be read: ${errorText(error)}`] };
  }
  if (text.length > maxBytes) return { ok: false, lines: [`${file} is larger than 32 MB.`] };
  const config = readConfig(text, environment);
  if (config.ok && config.value.sealedSecrets !== undefined) {
    return {
      ok: false,
      lines: [
        `${file}: sealedSecrets: are for importing on a desk. Give secrets as text or as \${env:NAME}.`,
      ],
    };
  }
  return config.ok
    ? config
    : { ok: false, lines: config.problems.map((problem) => `${file}: ${problemText(problem)}`) };
}
