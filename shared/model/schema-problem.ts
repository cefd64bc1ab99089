import type { z } from 'zod';
import type { Problem } from '../result.ts';
import { issueSays } from './schema-issue.ts';
import { message } from '../text/message.ts';

/** `["popups", 0, "url"]` -> `popups[0].url` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/**
 * The problems of a failed parse, one message each. They name types and limits, never the value, so they can be
 * logged and shown even where the value is a secret.
 */
export function schemaProblems(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'invalid_union') {
      const closest = closestBranch(issue.errors);
      if (closest !== undefined) {
        return closest.map((inner) => ({
          path: pathText([...issue.path, ...inner.path]),
          message: issueSays(inner),
        }));
      }
    }
    return [{ path: pathText(issue.path), message: issueSays(issue) }];
  });
}

/** Of a union's failed branches the one whose problem lies deepest: what the writer had in mind. */
function closestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map((issue) => issue.path.length));
  const sorted = [...branches].sort((a, b) => depth(b) - depth(a));
  const best = sorted[0];
  return best !== undefined && depth(best) > 0 ? best : undefined;
}

/** The first problem, for places that show one. */
export function firstProblem(error: z.ZodError): Problem {
  return schemaProblems(error)[0] ?? { path: '', message: message('problem.schema.invalid') };
}
