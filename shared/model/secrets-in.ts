import { secretRefSchema, type SecretRef } from './secret.ts';

/** Every secret that a document, or a part of one, refers to. */
export function secretsIn(part: unknown): SecretRef[] {
  if (typeof part !== 'object' || part === null) return [];
  const ref = secretRefSchema.safeParse(part);
  return ref.success ? [ref.data] : Object.values(part).flatMap(secretsIn);
}

export const secretNamesIn = (document: unknown): Set<string> =>
  new Set(secretsIn(document).map(({ secret }) => secret));
