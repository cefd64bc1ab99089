import { detachSecrets, type KeepSecret } from '../../../shared/config/detach-secrets.ts';
import { migrate } from '../../../shared/config/migrations.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import {
  configVersion,
  storedInputSchema,
  type ConfigDocument,
  type ConfigInput,
} from '../../../shared/model/config-document.ts';
import { firstProblem } from '../../../shared/model/schema-problem.ts';
import { located, type Result } from '../../../shared/result.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
import { message, type Message } from '../../../shared/text/message.ts';

export const emptyDocument: ConfigDocument = { version: configVersion };

export interface LoadedDocument {
  readonly document: ConfigDocument;
  /** Shown on the desk when the stored file could not be used. */
  readonly warning?: Message;
}

interface SecretKeeper {
  readonly moveIn: KeepSecret;
  readonly keepInMemory: KeepSecret;
}

/**
 * Reads this computer's configuration. A file that cannot be read is moved aside and named; the
 * app continues with defaults, so that popups of a managed configuration still open.
 *
 * @param keeper takes the secrets that an earlier version left in the file
 */
export function loadUserDocument(file: DocumentFile, keeper: SecretKeeper): LoadedDocument {
  const text = file.read();
  if (text === undefined) return { document: emptyDocument };
  const read = check(text);
  if (read.ok) return { document: withoutSecrets(read.value, file, keeper) };
  const copy = file.backUp();
  return {
    document: emptyDocument,
    warning: message('problem.config.settingsUnreadable', {
      problem: located(read.problem),
      file: copy,
    }),
  };
}

/** The file is written at once: a secret must not stay in it until the next change. */
function withoutSecrets(
  input: ConfigInput,
  file: DocumentFile,
  { moveIn, keepInMemory }: SecretKeeper,
): ConfigDocument {
  const moved = new Set<string>();
  try {
    const document = detachSecrets(input, (name, value) => {
      if (typeof value === 'string') moved.add(name);
      return moveIn(name, value);
    });
    if (moved.size > 0) file.write(document);
    return document;
  } catch {
    // A disk that takes nothing: they stay where they are, and the next start tries again.
    return detachSecrets(input, keepInMemory);
  }
}

function check(text: string): Result<ConfigInput> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const migrated = migrate(parsed.value);
  if (!migrated.ok) return migrated;
  const checked = storedInputSchema.safeParse(migrated.value);
  return checked.success
    ? { ok: true, value: checked.data }
    : { ok: false, problem: firstProblem(checked.error) };
}
