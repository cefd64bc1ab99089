import { z } from 'zod';
import { parseAddress } from '../popup-url/parse-address.ts';
import { issueText, packed, type Message } from '../text/message.ts';
import { webUrlProblem } from './definition.ts';

/** An http(s) address with tokens in path, query or fragment: the host never depends on a call. */
export const templateUrlSchema = (
  missing: 'problem.field.popupUrlMissing' | 'problem.field.webhookUrlMissing',
) =>
  z
    .string()
    .trim()
    .min(1, issueText(missing))
    .max(8000, issueText('problem.field.max8000'))
    .superRefine((text, context) => {
      const problem = templateUrlProblem(text);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: packed(problem) });
    })
    .describe(
      'URL; path, query and fragment may have tokens: {{contactCrmId}}, {{callerNumber|national}}',
    );

/** Why a text is no web URL with tokens. */
export function templateUrlProblem(text: string): Message | undefined {
  const address = parseAddress(text);
  const web = webUrlProblem(text.replace(/\{\{[^{}]*\}\}/g, 'x'));
  if (address.ok) return web;
  const said = address.problem.message;
  return said.id === 'problem.field.popupUrlInvalid' ? (web ?? said) : said;
}
