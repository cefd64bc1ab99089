import * as oidc from 'openid-client';
import type { SignInOffer } from '../../../../shared/model/sign-in-offer.ts';
import { message } from '../../../../shared/text/message.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { HttpClient } from '../../../platform/ports/http.ts';
import type { ListenHttp } from '../../../platform/ports/http-listener.ts';
import { BrowserReturn, type ReturnPage } from './browser-return.ts';
import { refusedSignIn, type SignInResult } from './gateway-sign-in.ts';
import { asFailure, findIssuer, tokensOf, type CompanyTokens } from './issuer.ts';

/** Minutes for the agent, with a second factor. */
const finishWithin = 5;
const minute = 60_000;

export interface BrowserSignInDeps {
  readonly clock: Clock;
  readonly sendHttp: HttpClient;
  readonly listenHttp: ListenHttp;
  /** Hands an address to the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly page: ReturnPage;
}

interface Asked {
  readonly offer: SignInOffer;
  /** Another account than the one that the browser remembers. */
  readonly anotherAccount: boolean;
  /** Ends the attempt: the agent has begun another, or the source is gone. */
  readonly signal: AbortSignal;
  /** Exchanges what the issuer gave. @returns whether the agent is signed in, for the browser's page */
  readonly finish: (tokens: SignInResult<CompanyTokens>) => Promise<boolean>;
}

/** The agent signs in at the company's issuer: authorization code with PKCE, in the browser (RFC 8252). */
export async function signInByBrowser(asked: Asked, deps: BrowserSignInDeps): Promise<void> {
  const { offer, signal, finish } = asked;
  const { clock, listenHttp: listen, page } = deps;
  let back: BrowserReturn | undefined;
  let cancel: () => void = () => undefined;
  const end = (): void => back?.close();
  const isOver = (): boolean => signal.aborted;
  try {
    const issuer = await findIssuer(offer, deps.sendHttp);
    // No page for an attempt that another has replaced meanwhile.
    if (isOver()) return;
    const state = oidc.randomState();
    const opened = await BrowserReturn.open({ redirect: offer.redirect, state, listen, page });
    if (!opened.ok) {
      await finish(refusedSignIn(opened.problem.message));
      return;
    }
    back = opened.value;
    cancel = clock.after(finishWithin * minute, end);
    signal.addEventListener('abort', end);
    if (isOver()) return;
    await atIssuer(issuer, { ...asked, state, back }, deps);
  } catch (error) {
    await finish(asFailure(error));
  } finally {
    cancel();
    signal.removeEventListener('abort', end);
    end();
  }
}

async function atIssuer(
  issuer: oidc.Configuration,
  asked: Asked & { readonly state: string; readonly back: BrowserReturn },
  { openExternal }: BrowserSignInDeps,
): Promise<void> {
  const { offer, state, back, finish, anotherAccount } = asked;
  const [verifier, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce()];
  const prompts = [anotherAccount ? 'login' : '', offer.prompt ?? ''].filter((one) => one !== '');
  const page = oidc.buildAuthorizationUrl(issuer, {
    redirect_uri: back.redirect.href,
    scope: offer.scope,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(prompts.length > 0 && { prompt: prompts.join(' ') }),
  });
  await openExternal(page.href);
  const returned = await back.arrived;
  if (returned === undefined) {
    const said = message('problem.source.signInLate', { minutes: finishWithin });
    await finish(refusedSignIn(said));
    return;
  }
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce };
  const tokens = await oidc
    .authorizationCodeGrant(issuer, returned.url, { ...checks, idTokenExpected: true })
    .then((answer) => tokensOf(answer), asFailure);
  returned.answer(await finish(tokens));
}
