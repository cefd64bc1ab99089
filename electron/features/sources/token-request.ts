import { parseJson } from '../../../shared/json/parse-json.ts';
import { readPointer } from '../../../shared/json/read-pointer.ts';
import { jsonText, type JsonValue } from '../../../shared/json/json-value.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import { connectionProblem, isRefusal } from '../../platform/ports/connection-problem.ts';
import { fillMessage } from './fill-template.ts';
import { message, type Message } from '../../../shared/text/message.ts';

export interface TokenRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly user: string;
  readonly password: string | undefined;
  readonly body: JsonValue | undefined;
  /** JSON pointer into the answer. */
  readonly token: string;
}

export type TokenAnswer =
  | {
      readonly ok: true;
      readonly token: string;
      /** Milliseconds since 1970 when another is asked for, before this one ends. */
      readonly renewAt?: number | undefined;
    }
  | { readonly ok: false; readonly problem: Message; readonly refused: boolean };

/** Requests a short-lived token. Errors are returned as a sentence. */
export async function requestToken(request: TokenRequest, send: HttpClient): Promise<TokenAnswer> {
  const { url, method, user, password } = request;
  const body = fillMessage(request.body, { user, password });
  const answer = await send({
    url,
    method,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...request.headers,
    },
    body,
    timeoutMs: 10_000,
    maxBytes: 1024 * 1024,
  });
  if (!answer.ok)
    return problem(
      message('problem.source.signInProblem', { problem: connectionProblem(answer.problem) }),
      false,
    );
  const { status, text } = answer.value;
  if (status < 200 || status > 299) {
    return problem(
      message('problem.source.signInProblem', {
        problem: connectionProblem({ code: 'HTTP', status, message: '' }),
      }),
      isRefusal(status),
    );
  }
  const json = parseJson(text);
  const token = json.ok ? jsonText(readPointer(json.value, request.token)) : '';
  // Some servers refuse with status 200 and a body without a token.
  return token === '' ? problem(message('problem.source.noToken'), true) : { ok: true, token };
}

const problem = (text: Message, refused: boolean): TokenAnswer => ({
  ok: false,
  problem: text,
  refused,
});
