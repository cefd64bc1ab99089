import type { SignInView } from '../../../../shared/contract/source-views.ts';
import type { SignedIn } from '../../../../shared/model/sign-in-offer.ts';
import { ok, refusable } from '../../../../shared/result.ts';
import { message, type Message } from '../../../../shared/text/message.ts';
import type { TokenAnswer } from '../token-request.ts';
import type { BrowserSignInDeps } from './browser-sign-in.ts';
import { GatewaySignIn, refusedSignIn, type SignInResult } from './gateway-sign-in.ts';
import type { CompanyTokens } from './issuer.ts';
import {
  KeptSession,
  type KeptSessionDeps,
  type Session,
  type SessionOwner,
} from './kept-session.ts';

/** The share of its time after which a token is renewed: enough is left for a gateway that restarts. */
const renewAfter = 0.8;
/** Milliseconds until a renewal that did not come through is tried again. */
const renewAgainAfter = 30_000;

export interface CompanySessionDeps extends BrowserSignInDeps, KeptSessionDeps {
  /** The agent's part in it has changed. */
  readonly onChange: () => void;
  /** There is a new token: connect. */
  readonly onSignedIn: () => void;
}

/** An agent's sign-in at one gateway with the company's account: asked of the agent once, renewed as long as the issuer lets it. */
export class CompanySession {
  private readonly kept: KeptSession;
  private readonly gateway: GatewaySignIn;
  private attempt: AbortController | undefined;
  private renewing: Promise<SignInResult<Session>> | undefined;
  /** Why the last attempt in the browser failed. */
  private problem: Message | undefined;
  private needsAgent = false;
  private stopped = false;
  private anotherAccount = false;

  public constructor(
    private readonly owner: SessionOwner,
    private readonly deps: CompanySessionDeps,
  ) {
    this.kept = new KeptSession(owner, deps);
    this.gateway = new GatewaySignIn(owner.url, deps.sendHttp);
  }

  /** What the agent has to do; undefined where nothing. */
  public view(): SignInView | undefined {
    if (this.attempt !== undefined) return { phase: 'browser', problem: null };
    if (!this.needsAgent) return undefined;
    const { endsAt = 0 } = this.kept.read() ?? {};
    const left = endsAt > this.deps.clock.now() ? { endsAt } : {};
    return { phase: 'needed', problem: this.problem ?? null, ...left };
  }

  /** The token to connect with. Asked before each connection, and when it is time to renew. */
  public async token(): Promise<TokenAnswer> {
    const session = this.kept.read();
    const now = this.deps.clock.now();
    if (session !== undefined && now < session.renewAt) return tokenOf(session);
    // One at a time: an issuer that sees a refresh token twice takes it for stolen.
    this.renewing ??= this.renew(session).finally(() => (this.renewing = undefined));
    const renewed = await this.renewing;
    this.change(!renewed.ok && renewed.problem.refused, renewed.ok ? undefined : this.problem);
    if (renewed.ok) return tokenOf(renewed.value);
    const { said, refused } = renewed.problem;
    if (session === undefined || now >= session.endsAt)
      return { ok: false, problem: said, refused };
    return { ok: true, token: session.token, ...(!refused && { renewAt: now + renewAgainAfter }) };
  }

  /** The gateway does not know the token any more: the next connection gets another. */
  public refused(): void {
    const session = this.kept.read();
    if (session === undefined) return;
    // A computer whose key storage is gone asks the agent.
    refusable(() => this.kept.write({ ...session, renewAt: 0, endsAt: 0 }));
  }

  /** Opens the browser. A second time ends the first. */
  public signIn(): void {
    this.attempt?.abort();
    const attempt = new AbortController();
    this.attempt = attempt;
    this.problem = undefined;
    this.deps.onChange();
    void this.ask(attempt.signal);
  }

  public stop(): void {
    this.stopped = true;
    this.attempt?.abort();
    this.attempt = undefined;
  }

  private async ask(signal: AbortSignal): Promise<void> {
    const offer = await this.gateway.offer();
    if (!offer.ok) return void this.finish(signal, offer);
    const { issuer } = offer.value;
    const { anotherAccount } = this;
    const finish = async (tokens: SignInResult<CompanyTokens>): Promise<boolean> =>
      this.finish(signal, tokens.ok ? await this.exchange(issuer, tokens.value) : tokens);
    // The library of OpenID Connect is read when an agent signs in, not at each start.
    const { signInByBrowser } = await import('./browser-sign-in.ts');
    await signInByBrowser({ offer: offer.value, anotherAccount, signal, finish }, this.deps);
  }

  /** @returns whether the agent is signed in */
  private finish(signal: AbortSignal, outcome: SignInResult<Session>): boolean {
    if (signal.aborted) return false;
    this.attempt = undefined;
    this.change(!outcome.ok, outcome.ok ? undefined : outcome.problem.said);
    if (outcome.ok) this.deps.onSignedIn();
    return outcome.ok;
  }

  private async renew(session: Session | undefined): Promise<SignInResult<Session>> {
    const needed = refusedSignIn(message('problem.source.signInNeeded'));
    if (session === undefined || session.refreshToken === '') return needed;
    const offer = await this.gateway.offer();
    if (!offer.ok) return offer;
    const { issuer } = offer.value;
    // What one issuer gave is for no other, whatever the gateway says now.
    if (issuer !== session.issuer) return needed;
    const { renew } = await import('./issuer.ts');
    const tokens = await renew(offer.value, session.refreshToken, this.deps.sendHttp);
    return tokens.ok ? this.exchange(issuer, tokens.value) : tokens;
  }

  private async exchange(issuer: string, tokens: CompanyTokens): Promise<SignInResult<Session>> {
    const signedIn = await this.gateway.exchange(tokens.idToken);
    if (!signedIn.ok) return signedIn;
    // Its source is gone, and what it kept was deleted.
    if (this.stopped) return refusedSignIn(message('problem.source.signInNeeded'));
    const { agent } = signedIn.value;
    this.anotherAccount = agent !== this.owner.agent;
    // A token of a colleague would bring the colleague's calls to this desk.
    if (this.anotherAccount)
      return refusedSignIn(message('problem.source.signInOtherAgent', { agent }));
    return this.keep(issuer, signedIn.value, tokens.refreshToken ?? '');
  }

  private keep(
    issuer: string,
    { token, expiresIn }: SignedIn,
    refreshToken: string,
  ): SignInResult<Session> {
    const now = this.deps.clock.now();
    const lasts = expiresIn * 1000;
    const [renewAt, endsAt] = [now + lasts * renewAfter, now + lasts];
    const session = { token, refreshToken, issuer, renewAt, endsAt };
    const kept = refusable(() => this.kept.write(session));
    return kept.ok ? ok(session) : refusedSignIn(kept.problem.message);
  }

  private change(needsAgent: boolean, problem: Message | undefined): void {
    this.needsAgent = needsAgent;
    this.problem = problem;
    this.deps.onChange();
  }
}

const tokenOf = ({ token, renewAt }: Session): TokenAnswer => ({ ok: true, token, renewAt });
