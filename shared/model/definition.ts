import { z } from 'zod';
import { issueText, message, packed, type Message } from '../text/message.ts';

/** Immutable id of a definition: what rules, history and traces refer to. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, dot, dash or underscore')
  .describe('Never changes');

const controlCharacters = /[\u0000-\u001f\u007f]/;

export const nameSchema = z
  .string()
  .trim()
  .min(1, issueText('problem.field.nameMissing'))
  .max(200, issueText('problem.field.max200'))
  .refine((text) => !controlCharacters.test(text), issueText('problem.field.controlCharacters'));

/** An http(s) address without credentials; the only kind a popup may open. */
export const webUrlSchema = z
  .string()
  .trim()
  .min(1, issueText('problem.field.popupUrlMissing'))
  .max(8000, issueText('problem.field.max8000'))
  .superRefine((text, context) => {
    const problem = webUrlProblem(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: packed(problem) });
  });

/** `https://crm.example.com`, without path. */
export const originSchema = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const problem = webUrlProblem(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: packed(problem) });
    else if (originOf(text) !== text.replace(/\/$/, '').toLowerCase()) {
      context.addIssue({
        code: 'custom',
        message: issueText('problem.field.originOnly'),
      });
    }
  })
  .transform((text) => originOf(text) ?? text);

/** Why a text is not a web URL. */
export function webUrlProblem(text: string): Message | undefined {
  const url = parseUrl(text);
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return message('problem.field.urlScheme');
  if (scheme !== 'http' && scheme !== 'https') {
    return message('problem.field.urlSchemeRefused', { scheme });
  }
  if (url === undefined || !/^\s*https?:\/\/[^/?#\\]/i.test(text)) {
    return message('problem.field.popupUrlInvalid');
  }
  if (url.username !== '' || url.password !== '') {
    return message('problem.field.urlWithUser');
  }
  return undefined;
}

/** Origin of an http(s) address as browsers compare it; undefined for anything else. */
export function originOf(text: string): string | undefined {
  const url = parseUrl(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.origin : undefined;
}

/** WHATWG URL (the same class in Node and in browsers), without the exception. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}
