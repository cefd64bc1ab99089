import { createHash, randomBytes } from 'node:crypto';
import type { SecretRef } from '../../../shared/model/secret.ts';
import { deskSecret } from '../../../shared/model/secrets-in.ts';
import { Refusal } from '../../../shared/result.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { connectionProblem, isRefusal } from '../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import type { TokenAnswer } from './token-request.ts';

interface Deps {
  readonly sendHttp: HttpClient;
  readonly positions: KeptValues;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly keepSecret: (ref: SecretRef, value: string) => void;
}

/**
 * The token of this desk at a Ringcue gateway. The desk makes it and the gateway learns it together with the code: when
 * the response is lost, the same two are sent again, and no code is used up.
 *
 * @param url of the source, such as wss://gateway.example.com/desk
 */
export async function enrolledToken(
  url: string,
  enrolment: SecretRef,
  deps: Deps,
): Promise<TokenAnswer> {
  const code = deps.revealSecret(enrolment) ?? '';
  const hash = createHash('sha256').update(code).digest('base64url').slice(0, 16);
  const ref = deskSecret(enrolment, hash);
  const enrolled = `enrolled:${ref.secret}`;
  const known = deps.revealSecret(ref);
  if (known !== undefined && deps.positions.of(enrolled) !== undefined) {
    return { ok: true, token: known };
  }
  const token = known ?? randomBytes(32).toString('base64url');
  if (known === undefined) {
    const problem = kept(() => deps.keepSecret(ref, token));
    if (problem !== undefined) return { ok: false, problem, refused: true };
  }
  const answer = await exchange(url, { code, token }, deps.sendHttp);
  if (answer.ok) deps.positions.remember(enrolled, 'yes');
  return answer;
}

/** A computer without a key storage keeps no token: the code must not be used up for it. */
function kept(keep: () => void): Message | undefined {
  try {
    keep();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.said;
    throw error;
  }
}

async function exchange(
  url: string,
  { code, token }: { readonly code: string; readonly token: string },
  send: HttpClient,
): Promise<TokenAnswer> {
  const answer = await send({
    url: enrolUrl(url),
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ code, token }),
    timeoutMs: 10_000,
    maxBytes: 64 * 1024,
  });
  if (!answer.ok) return failed(connectionProblem(answer.problem), false);
  const { status } = answer.value;
  if (status >= 200 && status <= 299) return { ok: true, token };
  if (status === 401) {
    return { ok: false, problem: message('problem.source.enrolmentRefused'), refused: true };
  }
  return failed(connectionProblem({ code: 'HTTP', status, message: '' }), isRefusal(status));
}

const failed = (problem: Message, refused: boolean): TokenAnswer => ({
  ok: false,
  problem: message('problem.source.signInProblem', { problem }),
  refused,
});

function enrolUrl(url: string): string {
  const address = new URL(url.replace(/^ws/i, 'http'));
  address.pathname = `${address.pathname.replace(/\/$/, '')}/enrol`;
  address.search = '';
  return address.href;
}
