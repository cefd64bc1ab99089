import type { ConfigDocument, ConfigInput } from '../model/config-document.ts';
import { secretRefSchema } from '../model/secret.ts';

export interface FleetDocument {
  readonly document: ConfigInput;
  /** Environment variables that take the place of the secrets, in order. */
  readonly variables: readonly string[];
}

/** `popup.crm.key` -> `RINGCUE_POPUP_CRM_KEY`. */
const variableOf = (secret: string): string =>
  `RINGCUE_${secret.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;

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
  const variables = new Set<string>();
  const replace = (value: unknown): unknown => {
    const ref = secretRefSchema.safeParse(value);
    if (ref.success) {
      const name = variableOf(ref.data.secret);
      variables.add(name);
      return `\${env:${name}}`;
    }
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
  };
  const document = parse(
    replace({ ...shared, ...(Object.keys(rest).length > 0 && { settings: rest }) }),
  );
  return { document, variables: [...variables].sort() };
}
