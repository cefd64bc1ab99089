import { readFileSync } from 'node:fs';
import { errorText } from '../../shared/error-text.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json/json-value.ts';
import { pathText } from '../../shared/model/schema-problem.ts';

/** `${env:NAME}` or `${file:PATH}`; nothing else in braces is ours. */
const reference = /\$\{(env|file):([^{}]+)\}/g;

/** A secret that is not there must stop the start: an empty one would let everybody in. */
export class MissingReference extends Error {}

/**
 * Fills in what a configuration refers to: variables of the environment and the text of files (without the line break
 * at their end), so that the file itself holds no secret.
 *
 * @throws MissingReference with the place in the document
 */
export function fillReferences(
  value: JsonValue,
  environment: Readonly<Record<string, string | undefined>>,
  path: readonly PropertyKey[] = [],
): JsonValue {
  if (typeof value === 'string') {
    return value.replace(reference, (_whole, kind: string, name: string) =>
      kind === 'env' ? fromEnvironment(environment, name, path) : fromFile(name, path),
    );
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => fillReferences(item, environment, [...path, index]));
  }
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    copy[key] = fillReferences(item, environment, [...path, key]);
  }
  return copy;
}

function fromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  path: readonly PropertyKey[],
): string {
  const text = environment[name];
  if (text !== undefined && text !== '') return text;
  throw new MissingReference(`${pathText(path)}: the environment variable ${name} is not set`);
}

function fromFile(name: string, path: readonly PropertyKey[]): string {
  try {
    const text = readFileSync(name, 'utf8').replace(/\r?\n$/, '');
    if (text !== '') return text;
  } catch (error) {
    throw new MissingReference(`${pathText(path)}: ${errorText(error)}`);
  }
  throw new MissingReference(`${pathText(path)}: the file ${name} is empty`);
}
