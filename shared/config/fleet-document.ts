import type { ConfigDocument, ConfigInput } from '../model/config-document.ts';
import { secretRefSchema } from '../model/secret.ts';

export interface FleetDocument {
  readonly document: ConfigInput;
  /** Environment variables that take the place of the secrets, in order. */
  readonly variables: readonly string[];
}

/** `popup.crm.key` -> `RINGCUE_POPUP_CRM_KEY`. */
const variableOf = (secret: string): string => {
  // Without what only keeps names apart on this computer: the variable stays the same after an edit.
  const plain = secret.replace(/^import-[0-9a-f]+\./, '').replace(/\.[0-9a-f]{8}$/, '');
  return `RINGCUE_${plain.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
};

/**
 * A document for every desk: without the agent, whom each desk enters, without the lock of this desk, and
 * with an environment variable in the place of each secret.
 *
 * @param parse makes sure that what comes out is a configuration
 */
export function fleetDocument(
  { agent: _own, settings, ...shared }: ConfigDocument,
  parse: (value: unknown) => ConfigInput,
): FleetDocument {
  const { adminPin: _pin, ...rest } = settings ?? {};
  const variables = new Map<string, string>();
  const replace = (value: unknown): unknown => {
    const ref = secretRefSchema.safeParse(value);
    if (ref.success) return `\${env:${nameFor(ref.data.secret, variables)}}`;
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
  };
  const document = parse(
    replace({ ...shared, ...(Object.keys(rest).length > 0 && { settings: rest }) }),
  );
  return { document, variables: [...variables.values()].sort() };
}

/** One variable a secret; two that would be called the same are numbered. */
function nameFor(secret: string, variables: Map<string, string>): string {
  const known = variables.get(secret);
  if (known !== undefined) return known;
  const taken = new Set(variables.values());
  const plain = variableOf(secret);
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}_${number}`;
  variables.set(secret, name);
  return name;
}
