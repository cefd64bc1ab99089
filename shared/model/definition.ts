import { z } from 'zod';

/** Immutable id of a definition: what rules, history and traces refer to. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, dot, dash or underscore')
  .describe('Never changes');

const controlCharacters = /[\u0000-\u001f\u007f]/;

export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(200, 'At most 200 characters.')
  .refine(
    (text) => !controlCharacters.test(text),
    'Line breaks and control characters cannot be used here.',
  );

/** An http(s) address without credentials; the only kind a popup may open. */
export const webUrlSchema = z
  .string()
  .trim()
  .min(1, 'Enter a URL, for example https://crm.example.com/call.')
  .max(8000, 'At most 8,000 characters.')
  .superRefine((text, context) => {
    const problem = webUrlProblem(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

/** `https://crm.example.com`, without path. */
export const originSchema = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const problem = webUrlProblem(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    else if (originOf(text) !== text.replace(/\/$/, '').toLowerCase()) {
      context.addIssue({
        code: 'custom',
        message: 'Enter only scheme and host, for example https://login.example.com.',
      });
    }
  })
  .transform((text) => originOf(text) ?? text);

/** Why a text is not a web URL, as a sentence for the person who typed it. */
export function webUrlProblem(text: string): string | undefined {
  const url = parseUrl(text);
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'The URL must start with https:// (or http://).';
  if (scheme !== 'http' && scheme !== 'https') {
    return `Only https:// and http:// URLs can be opened, not ${scheme}:.`;
  }
  if (url === undefined || !/^\s*https?:\/\/[^/?#\\]/i.test(text)) {
    return 'The URL is not valid: it should look like https://crm.example.com/call.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'The URL must not contain a user name or password.';
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
