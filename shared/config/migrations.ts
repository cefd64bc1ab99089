import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { configVersion } from '../model/config-document.ts';
import { fail, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import { waitForTriggers } from './trigger-rules.ts';

/** From version N (the key) to N + 1. Pure: takes a document, gives the next version's. */
export type Migrations = Readonly<Record<number, (document: JsonObject) => JsonObject>>;

/**
 * Version 0 had no number; that is all that differs. Version 1 called rules hooks. Until version 2 a rule knew
 * stages only, and a sign-in header could have no value.
 *
 * Adding one: raise configVersion, write the step here under the old number, and a test with a document
 * of the old version as it stood on disk.
 */
const migrations: Migrations = {
  0: (document) => ({ ...document, version: 1 }),
  1: ({ hooks, ...document }) => ({
    ...document,
    ...(hooks !== undefined && { rules: hooks }),
    version: 2,
  }),
  2: (document) => ({
    ...waitForTriggers(document),
    ...(Array.isArray(document['sources']) && {
      sources: document['sources'].map(withoutEmptyHeaders),
    }),
    version: 3,
  }),
};

/** Their values became secrets, which cannot be empty. */
function withoutEmptyHeaders(source: JsonValue): JsonValue {
  if (!isJsonObject(source) || !isJsonObject(source['transport'])) return source;
  const { transport } = source;
  const { signIn } = transport;
  if (!isJsonObject(signIn) || !isJsonObject(signIn['headers'])) return source;
  const headers = Object.entries(signIn['headers']).filter(([, value]) => value !== '');
  return {
    ...source,
    transport: { ...transport, signIn: { ...signIn, headers: Object.fromEntries(headers) } },
  };
}

/** Brings a stored document to the current version. A newer one is refused: it would lose what we do not know. */
export function migrate(
  document: JsonValue,
  target: number = configVersion,
  steps: Migrations = migrations,
): Result<JsonObject> {
  if (!isJsonObject(document)) return fail(message('problem.config.notAnObject'));
  const stated = document['version'] ?? 0;
  if (typeof stated !== 'number' || !Number.isInteger(stated) || stated < 0) {
    return fail(message('problem.schema.wholeNumber'), 'version');
  }
  if (stated > target) {
    return fail(
      message('problem.config.madeByNewer', { version: stated, newest: target }),
      'version',
    );
  }
  let current = document;
  for (let version = stated; version < target; version += 1) {
    const step = steps[version];
    if (step === undefined)
      return fail(message('problem.config.versionTooNew', { version }), 'version');
    current = step(current);
  }
  return ok(current);
}
