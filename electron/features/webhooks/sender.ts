import type { SecretRef } from '../../../shared/model/secret.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpClient, HttpResponse } from '../../platform/ports/http.ts';
import type { ConnectFailure } from '../../platform/ports/socket.ts';
import type { FrozenRequest } from './frozen-request.ts';
import { followUp, leadsOn } from './follow-redirect.ts';
import { HostGate } from './host-gate.ts';
import { isHostTrouble } from './judge-answer.ts';
import { signatureHeaders } from './sign-request.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** Of an answer that is only looked at (bytes); a question may be answered at more length. */
export const keptAnswer = 16 * 1024;
const longestAnswer = 1024 * 1024;

export interface SenderDeps {
  readonly clock: Clock;
  readonly sendHttp: HttpClient;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  /** Of the outbox: a redirect may lead to a host that rests, or must rest then. */
  readonly gate?: HostGate | undefined;
}

interface Limits {
  readonly onBadBody: 'cut' | 'fail';
  readonly maxBytes: number;
}
type TimedLimits = Limits & { readonly timeoutMs: number };

export type Answer = Result<HttpResponse, ConnectFailure>;

/** Puts secrets and signature into a request and sends it once. */
export class Sender {
  private readonly gate: HostGate;

  public constructor(private readonly deps: SenderDeps) {
    this.gate = deps.gate ?? new HostGate();
  }

  /** A delivery: with the status the receiver has said all that matters. */
  public deliver(id: string, request: FrozenRequest): Promise<Answer> {
    return this.send(id, request, { onBadBody: 'cut', maxBytes: keptAnswer });
  }

  /** A question: without its whole answer it failed. */
  public ask(id: string, request: FrozenRequest): Promise<Answer> {
    return this.send(id, request, { onBadBody: 'fail', maxBytes: longestAnswer });
  }

  private async send(id: string, request: FrozenRequest, limits: Limits): Promise<Answer> {
    const timeoutMs = request.timeoutSeconds * 1_000;
    const startedAt = performance.now();
    const answer = await this.sendOnce(id, request, { ...limits, timeoutMs });
    if (!answer.ok || !leadsOn(request, answer.value)) return answer;
    const next = followUp(request, answer.value.headers.location ?? '');
    if (!next.ok) return notFollowed(next.problem.message);
    const left = timeoutMs - (performance.now() - startedAt);
    return this.follow(id, next.value, { ...limits, timeoutMs: Math.max(1, left) }, request.url);
  }

  private async follow(
    id: string,
    request: FrozenRequest,
    limits: TimedLimits,
    cameFrom: string,
  ): Promise<Answer> {
    const { clock } = this.deps;
    const { host } = new URL(request.url);
    // Its own host has let this request in already.
    if (host === new URL(cameFrom).host) return this.sendOnce(id, request, limits);
    if (this.gate.opensAt(host, clock.now()) !== 0) {
      return notFollowed(message('problem.delivery.redirectBusy', { host }));
    }
    this.gate.begin(host);
    const answer = await this.sendOnce(id, request, limits);
    this.gate.end(host, isHostTrouble(answer), clock.now());
    return answer;
  }

  private async sendOnce(id: string, request: FrozenRequest, limits: TimedLimits): Promise<Answer> {
    const headers = this.headersOf(id, request);
    if (!headers.ok) return headers;
    return this.deps.sendHttp({
      url: request.url,
      method: request.method,
      headers: headers.value,
      body: request.body,
      refuseLocal: !request.allowLocal,
      ...limits,
    });
  }

  private headersOf(
    id: string,
    { headers, body, signing }: FrozenRequest,
  ): Result<Record<string, string>, ConnectFailure> {
    const all: Record<string, string> = { 'User-Agent': 'Ringcue', Accept: '*/*' };
    for (const header of headers) {
      const value = 'secret' in header ? this.deps.revealSecret(header.secret) : header.value;
      if (value === undefined)
        return missing(message('problem.webhook.headerSecret', { name: header.name }));
      all[header.name] = value;
    }
    if (body !== undefined) all['Content-Length'] = String(Buffer.byteLength(body));
    const keys: string[] = [];
    for (const ref of [signing?.key, signing?.previous]) {
      if (ref === undefined) continue;
      const key = this.deps.revealSecret(ref);
      if (key === undefined) return missing(message('problem.webhook.signingKey'));
      keys.push(key);
    }
    // The id goes along unsigned too: a receiver tells repetitions by it.
    Object.assign(all, signatureHeaders(id, body ?? '', keys, this.deps.clock.now()));
    return { ok: true, value: all };
  }
}

const notFollowed = (said: Message): { ok: false; problem: ConnectFailure } => ({
  ok: false,
  problem: { code: 'REDIRECT', message: 'the redirect was not followed', said },
});

const missing = (what: Message): { ok: false; problem: ConnectFailure } => ({
  ok: false,
  problem: {
    code: 'MISSING_SECRET',
    message: 'a secret is missing',
    said: message('problem.webhook.secretMissing', { what }),
  },
});
