import { readFileSync } from 'node:fs';
import { errorText } from '../../shared/error-text.ts';
import { parseStrictJson } from '../../shared/json/parse-json.ts';
import { schemaProblems } from '../../shared/model/schema-problem.ts';
import { english, problemText } from '../../shared/text/english.ts';
import { fillReferences, MissingReference } from './fill-references.ts';
import { gatewayConfigSchema, type GatewayConfig } from './gateway-config.ts';

export type ConfigReading =
  | { readonly ok: true; readonly config: GatewayConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

const problem = (text: string): ConfigReading => ({ ok: false, problems: [text] });

/** Reads the configuration, with all its problems in English; none of them repeats a value. */
export function readConfig(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): ConfigReading {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return problem(errorText(error));
  }
  const json = parseStrictJson(text);
  if (!json.ok) return problem(`${file}: ${english(json.problem.message)}`);
  try {
    const parsed = gatewayConfigSchema.safeParse(fillReferences(json.value, environment));
    return parsed.success
      ? { ok: true, config: parsed.data }
      : { ok: false, problems: schemaProblems(parsed.error).map(problemText) };
  } catch (error) {
    if (error instanceof MissingReference) return problem(error.message);
    throw error;
  }
}
