import { parseStrictJson } from '../json/parse-json.ts';
import { configInputSchema, type ConfigInput } from '../model/config-document.ts';
import { schemaProblems } from '../model/schema-problem.ts';
import type { Problem } from '../result.ts';
import { fillEnvironment } from './env-references.ts';
import { migrate } from './migrations.ts';

export type ReadConfig =
  | { readonly ok: true; readonly value: ConfigInput }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** From a file's text to a checked configuration, or every problem found with its path. */
export function readConfig(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): ReadConfig {
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const filled = fillEnvironment(parsed.value, environment);
  if (!filled.ok) return { ok: false, problems: [filled.problem] };
  const migrated = migrate(filled.value);
  if (!migrated.ok) return { ok: false, problems: [migrated.problem] };
  const checked = configInputSchema.safeParse(migrated.value);
  return checked.success
    ? { ok: true, value: checked.data }
    : { ok: false, problems: schemaProblems(checked.error) };
}
