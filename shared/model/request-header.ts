import { z } from 'zod';
import { issueText, type Message } from '../text/message.ts';
import { firstProblem } from './schema-problem.ts';
import type { SecretSchema } from './secret.ts';
import { tokenStringSchema } from './token-string.ts';

/** Header names are tokens (RFC 9110, section 5.6.2). */
const headerNameSchema = z
  .string()
  .trim()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, issueText('problem.field.headerName'))
  .refine(
    (name) =>
      !/^(host|content-length|transfer-encoding|connection|upgrade|te|trailer|expect)$/i.test(name),
    issueText('problem.field.headerOwn'),
  );

/** Why a text is no name of a header that can be given; undefined where it is one. */
export function headerNameProblem(name: string): Message | undefined {
  const checked = headerNameSchema.safeParse(name);
  return checked.success ? undefined : firstProblem(checked.error).message;
}

/** A header of a request: its value is a text with tokens, or a secret. */
export const headerWith = <S extends SecretSchema>(secret: S) =>
  z.union([
    z.strictObject({ name: headerNameSchema, value: tokenStringSchema }),
    z.strictObject({ name: headerNameSchema, secret }),
  ]);
