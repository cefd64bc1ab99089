import { parseStrictJson } from '../json/parse-json.ts';
import { policyEnvelopeSchema, type Policy } from '../model/policy.ts';
import { schemaProblems } from '../model/schema-problem.ts';
import type { Problem } from '../result.ts';
import { readConfigValue, type Environment } from './read-config.ts';
import type { JsonValue } from '../json/json-value.ts';

export type ReadPolicy =
  | { readonly ok: true; readonly value: Policy }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** From a policy file's text to a checked policy, or every problem found with its path. */
export function readPolicy(text: string, environment: Environment): ReadPolicy {
  const parsed = parseStrictJson(text);
  return parsed.ok
    ? readPolicyValue(parsed.value, environment)
    : { ok: false, problems: [parsed.problem] };
}

/** The same of what the system manages by name, such as values of the registry. */
export function readPolicyValue(value: JsonValue, environment: Environment): ReadPolicy {
  const checked = policyEnvelopeSchema.safeParse(value);
  if (!checked.success) return { ok: false, problems: schemaProblems(checked.error) };
  const { configuration, ...policy } = checked.data;
  if (configuration === undefined) return { ok: true, value: policy };
  const config = readConfigValue(configuration, environment);
  if (config.ok) return { ok: true, value: { ...policy, configuration: config.value } };
  const within = ({ path, ...problem }: Problem): Problem => ({
    ...problem,
    path: path === '' ? 'configuration' : `configuration.${path}`,
  });
  return { ok: false, problems: config.problems.map(within) };
}
