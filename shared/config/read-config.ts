import type { JsonValue } from '../json/json-value.ts';
import { parseStrictJson } from '../json/parse-json.ts';
import { configInputSchema, type ConfigInput } from '../model/config-document.ts';
import { schemaProblems } from '../model/schema-problem.ts';
import type { Problem } from '../result.ts';
import { fillEnvironment } from './env-references.ts';
import { migrate } from './migrations.ts';

export type ReadConfig =
  | { readonly ok: true; readonly value: ConfigInput }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** From a file's text to a checked configuration, or every problem found with its path. */
export function readConfig(text: string, environment: Environment): ReadConfig {
  const parsed = parseStrictJson(text);
  return parsed.ok
    ? readConfigValue(parsed.value, environment)
    : { ok: false, problems: [parsed.problem] };
}

/** The same of a configuration within another document. */
export function readConfigValue(value: JsonValue, environment: Environment): ReadConfig {
  const filled = fillEnvironment(value, environment);
  if (!filled.ok) return { ok: false, problems: [filled.problem] };
  const migrated = migrate(filled.value);
  if (!migrated.ok) return { ok: false, problems: [migrated.problem] };
  const checked = configInputSchema.safeParse(migrated.value);
  return checked.success
    ? { ok: true, value: checked.data }
    : { ok: false, problems: schemaProblems(checked.error) };
}
