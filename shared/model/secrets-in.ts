import { secretRefSchema, type SecretRef } from './secret.ts';
import type { Source } from './source.ts';

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

const companyOwner = (sourceId: string): string => `source.${sourceId}.company`;

/** What an agent's sign-in with the company's account has brought, kept as long as the source has such a sign-in. */
export const companySecret = (sourceId: string, name: string): SecretRef => ({
  secret: `${companyOwner(sourceId)}${desk}${name}`,
});

/** The secret that must be referred to for this one to be kept. */
export const ownerOfSecret = (name: string): string => name.split(desk)[0] ?? name;

/** The owners of secrets that documents use, with those of their sources' sign-ins. */
export function secretOwnersIn(
  documents: readonly ({ readonly sources?: readonly Source[] | undefined } | undefined)[],
): Set<string> {
  const names = secretNamesIn(documents);
  for (const { id, transport } of documents.flatMap((document) => document?.sources ?? [])) {
    if (transport.type === 'websocket' && transport.companySignIn === true) {
      names.add(companyOwner(id));
    }
  }
  return names;
}

export const secretNamesIn = (document: unknown): Set<string> =>
  new Set(secretsIn(document).map(({ secret }) => secret));
