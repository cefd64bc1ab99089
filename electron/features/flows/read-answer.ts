import { readJson } from '../../../shared/json/parse-json.ts';
import { jsonText } from '../../../shared/json/json-value.ts';
import { readPointer } from '../../../shared/json/read-pointer.ts';
import type { Answer, MatchesAnswer } from '../../../shared/model/answer.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import type { HttpResponse } from '../../platform/ports/http.ts';

export interface KeptAnswer {
  /** Empty where the response says that there is nothing. */
  readonly value: string;
  /** What is odd about the response, such as a name that is used twice. */
  readonly notes: readonly Message[];
}

/**
 * What a step keeps of a response.
 *
 * @param webhook its name, for people
 * @returns a problem where the response cannot be read: it must not pass for one that knows nobody
 */
export function readAnswer(
  answer: Exclude<Answer, MatchesAnswer>,
  response: HttpResponse,
  webhook: string,
): Result<KeptAnswer> {
  switch (answer.from) {
    case 'body':
      return isWebPage(response.text)
        ? fail(message('problem.flow.webPage', { webhook }))
        : kept(response.text.trim());
    case 'status':
      return kept(String(response.status));
    case 'header': {
      const value = response.headers[answer.header.toLowerCase()];
      return kept(Array.isArray(value) ? value.join(', ') : (value ?? ''));
    }
    case 'pointer':
      return readMember(answer.pointer, response.text, webhook);
  }
}

const kept = (value: string, notes: readonly Message[] = []): Result<KeptAnswer> =>
  ok({ value, notes });

function readMember(pointer: string, text: string, webhook: string): Result<KeptAnswer> {
  const body = readBody(text, webhook);
  if (!body.ok) return body;
  return kept(jsonText(readPointer(body.value.value, pointer)), body.value.notes);
}

/** The JSON of a response, or what came instead. */
export function readBody(text: string, webhook: string): ReturnType<typeof readJson> {
  const body = readJson(text);
  if (body.ok) return body;
  if (isWebPage(text)) return fail(message('problem.flow.webPage', { webhook }));
  if (text.trim() === '') return fail(message('problem.flow.noBody', { webhook }));
  const problem = body.problem.message;
  return fail(message('problem.flow.notJson', { webhook, problem }));
}

/** By its beginning: many scripts call all they send text/html. */
const isWebPage = (text: string): boolean =>
  /^\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 2_000));
