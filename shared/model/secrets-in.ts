import { secretRefSchema, type SecretRef } from './secret.ts';

/** Every secret that a document, or a part of one, refers to. */
export function secretsIn(part: unknown): SecretRef[] {
  if (typeof part !== 'object' || part === null) return [];
  const ref = secretRefSchema.safeParse(part);
  return ref.success ? [ref.data] : Object.values(part).flatMap(secretsIn);
}

/** Between the name of an enrolment code and that of the token it was exchanged for. */
const desk = '.desk.';

/** The token that a code was exchanged for, kept as long as something refers to the code. @param code its hash */
export const deskSecret = ({ secret }: SecretRef, code: string): SecretRef => ({
  secret: `${secret}${desk}${code}`,
});

/** The secret that must be referred to for this one to be kept. */
export const ownerOfSecret = (name: string): string => name.split(desk)[0] ?? name;

export const secretNamesIn = (document: unknown): Set<string> =>
  new Set(secretsIn(document).map(({ secret }) => secret));
