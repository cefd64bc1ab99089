import * as oidc from 'openid-client';
import type { SignInOffer } from '../../../../shared/model/sign-in-offer.ts';
import { ok } from '../../../../shared/result.ts';
import { message } from '../../../../shared/text/message.ts';
import { errorText } from '../../../platform/logging/log.ts';
import { connectionProblem } from '../../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../../platform/ports/http.ts';
import type { ConnectFailure } from '../../../platform/ports/socket.ts';
import { refusedSignIn, type SignInResult } from './gateway-sign-in.ts';

const answersWithin = 10_000;
/** Bytes: tokens that list groups are long. */
const maxBytes = 256 * 1024;

/** What an issuer gave: the ID token goes to the gateway, the refresh token brings the next one. */
export interface CompanyTokens {
  readonly idToken: string;
  readonly refreshToken: string | undefined;
}

class Unreachable extends Error {
  public constructor(public readonly failure: ConnectFailure) {
    super(failure.message);
  }
}

/** Finds an issuer's addresses. @throws what `asFailure` reads */
export function findIssuer(
  { issuer, clientId }: SignInOffer,
  send: HttpClient,
): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  return oidc.discovery(url, clientId, undefined, oidc.None(), {
    [oidc.customFetch]: fetchThrough(send),
    timeout: answersWithin / 1000,
    // The offer's schema lets plain HTTP pass on this computer only.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is marked so to stand out, as the library says
    execute: url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
  });
}

/** New tokens without the agent. */
export async function renew(
  offer: SignInOffer,
  refreshToken: string,
  send: HttpClient,
): Promise<SignInResult<CompanyTokens>> {
  try {
    const issuer = await findIssuer(offer, send);
    return tokensOf(await oidc.refreshTokenGrant(issuer, refreshToken), refreshToken);
  } catch (error) {
    return asFailure(error);
  }
}

/** @param before the refresh token that stays in force where the answer has none */
export function tokensOf(
  answer: oidc.TokenEndpointResponse,
  before?: string,
): SignInResult<CompanyTokens> {
  const { id_token: idToken, refresh_token: refreshToken = before } = answer;
  return idToken === undefined
    ? refusedSignIn(message('problem.source.noToken'))
    : ok({ idToken, refreshToken });
}

/** What an error of the library means for the agent. */
export function asFailure(error: unknown): SignInResult<never> {
  const unreachable = causes(error).find((cause) => cause instanceof Unreachable);
  if (unreachable !== undefined) {
    const problem = connectionProblem(unreachable.failure);
    const said = message('problem.source.signInProblem', { problem });
    return { ok: false, problem: { said, refused: false } };
  }
  const said = message('problem.source.signInError', { reason: reasonOf(error) });
  return { ok: false, problem: { said, refused: isRefusal(error) } };
}

/** An issuer that is out of order refuses nobody. */
const isRefusal = (error: unknown): boolean =>
  error instanceof oidc.AuthorizationResponseError ||
  (error instanceof oidc.ResponseBodyError && error.status < 500);

/** The issuer's own words where it has some. */
const reasonOf = (error: unknown): string =>
  error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError
    ? (error.error_description ?? error.error).slice(0, 300)
    : errorText(error);

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let next = error; next !== undefined && chain.length < 5;) {
    chain.push(next);
    next = next instanceof Error ? next.cause : undefined;
  }
  return chain;
}

/** The library's requests take the way of all others: proxy, authorities, limits. */
const fetchThrough =
  (send: HttpClient): oidc.CustomFetch =>
  async (url, { method, headers, body }) => {
    const answer = await send({
      url,
      method,
      headers,
      body: body instanceof URLSearchParams ? body.toString() : undefined,
      timeoutMs: answersWithin,
      maxBytes,
    });
    if (!answer.ok) throw new Unreachable(answer.problem);
    const { status, text, headers: given } = answer.value;
    return new Response(text === '' ? null : text, {
      status,
      headers: { 'content-type': given['content-type'] ?? '' },
    });
  };
