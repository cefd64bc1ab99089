import type { z } from 'zod';
import { issueMessage, message, type Message } from '../text/message.ts';

/** What an issue of a schema says: our own message where the schema names one, else by its kind. */
export function issueSays(issue: z.core.$ZodIssue): Message {
  return issueMessage(issue.message) ?? byKind(issue);
}

function byKind(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? message('problem.schema.missing')
        : message('problem.schema.type', { expected: issue.expected });
    case 'invalid_value':
      return message('problem.schema.option', { options: issue.values.map(String) });
    case 'too_big':
      return message(`problem.schema.${sized(issue.origin)}AtMost`, {
        limit: Number(issue.maximum),
      });
    case 'too_small':
      return message(`problem.schema.${sized(issue.origin)}AtLeast`, {
        limit: Number(issue.minimum),
      });
    case 'unrecognized_keys':
      return message('problem.schema.unknownKeys', {
        count: issue.keys.length,
        keys: issue.keys,
      });
    case 'invalid_format':
      return message('problem.schema.format', { format: issue.format });
    default:
      return message('problem.schema.invalid');
  }
}

/** What is counted: characters of a text, items of a list, or the number itself. */
function sized(origin: string): 'characters' | 'items' | 'number' {
  if (origin === 'string') return 'characters';
  return origin === 'array' || origin === 'set' ? 'items' : 'number';
}
