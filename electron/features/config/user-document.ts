import { migrate } from '../../../shared/config/migrations.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import {
  configSchema,
  configVersion,
  type ConfigDocument,
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

/**
 * Reads this computer's configuration. A file that cannot be read is moved aside and named; the
 * app continues with defaults, so that popups of a managed configuration still open.
 */
export function loadUserDocument(file: DocumentFile): LoadedDocument {
  const text = file.read();
  if (text === undefined) return { document: emptyDocument };
  const document = check(text);
  if (document.ok) return { document: document.value };
  const copy = file.backUp();
  return {
    document: emptyDocument,
    warning: message('problem.config.settingsUnreadable', {
      problem: located(document.problem),
      file: copy,
    }),
  };
}

function check(text: string): Result<ConfigDocument> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const migrated = migrate(parsed.value);
  if (!migrated.ok) return migrated;
  const checked = configSchema.safeParse(migrated.value);
  return checked.success
    ? { ok: true, value: checked.data }
    : { ok: false, problem: firstProblem(checked.error) };
}
