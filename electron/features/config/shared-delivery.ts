import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import {
  signConfig,
  signedRevision,
  type SigningKey,
} from '../../../shared/config/signed-config.ts';
import type { SharedDeliveryView } from '../../../shared/contract/views.ts';
import { parseAs } from '../../../shared/json/parse-as.ts';
import { limits } from '../../../shared/limits.ts';
import { fail, ok, refusable, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { HttpClient, HttpResponse } from '../../platform/ports/http.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import type { SecretVault } from './secret-vault.ts';

/** Where the URL is noted; it holds no secret. */
const urlName = 'published-url';
const keyName = 'publish.key';
const tokenName = 'publish.token';
/** Milliseconds for a whole request. */
const answeredWithin = 30_000;

export interface SharedDeliveryDeps {
  readonly vault: Pick<SecretVault, 'keep' | 'reveal'>;
  readonly kept: Pick<KeptValues, 'of' | 'remember'>;
  readonly sendHttp: HttpClient;
}

const keySchema = z.object({ x: z.string(), d: z.string() });
const countsSchema = z.object({
  revisions: z.array(z.object({ revision: z.number(), desks: z.number() })).max(1_000),
});

/** Signs what is published, and puts it where the policy of the desks tells them to look. */
export class SharedDelivery {
  public constructor(private readonly deps: SharedDeliveryDeps) {}

  /** @param token empty: the one that is stored stays. The first time makes the key. */
  public setUp(url: string, token: string): Result<null> {
    const { vault, kept } = this.deps;
    return refusable(() => {
      if (this.key() === undefined) vault.keep(keyName, JSON.stringify(newKey()));
      // A token is for one server alone.
      if (token !== '' || originOf(url) !== originOf(this.url())) vault.keep(tokenName, token);
      kept.remember(urlName, url);
      return null;
    });
  }

  public async view(): Promise<SharedDeliveryView | undefined> {
    const key = this.key();
    if (key === undefined) return undefined;
    const url = this.url();
    const hasToken = this.token() !== undefined;
    return { publicKey: key.x, url, hasToken, revisions: await this.desks(url) };
  }

  /** The newest at the URL; another computer may have published it. */
  public async newest(): Promise<Result<number>> {
    const [url, key] = [this.url(), this.key()];
    if (url === '' || key === undefined) return ok(0);
    const answer = await this.send(url, 'GET');
    if (!answer.ok) return answer;
    const { status, text } = answer.value;
    if (status === 404) return ok(0);
    if (status !== 200) return fail(message('problem.shared.status', { status }));
    const revision = await signedRevision(text.trim(), [key.x]);
    return revision === undefined ? fail(message('problem.publish.otherKey')) : ok(revision);
  }

  /** @returns the signed text; undefined where nothing is signed */
  public async sign(text: string): Promise<string | undefined> {
    const key = this.key();
    return key && signConfig(text, key);
  }

  public async deliver(jws: string): Promise<Result<null>> {
    const url = this.url();
    if (url === '') return ok(null);
    const answer = await this.send(url, 'PUT', jws);
    if (!answer.ok) return answer;
    const { status } = answer.value;
    return status >= 200 && status < 300
      ? ok(null)
      : fail(message('problem.publish.notTaken', { status }));
  }

  /** Only the gateway counts desks. */
  private async desks(url: string): Promise<SharedDeliveryView['revisions']> {
    if (!url.endsWith('/fleet/configuration')) return undefined;
    const answer = await this.send(new URL('desks', url).href, 'GET');
    if (!answer.ok || answer.value.status !== 200) return undefined;
    return parseAs(answer.value.text, countsSchema)?.revisions;
  }

  private async send(url: string, method: string, body?: string): Promise<Result<HttpResponse>> {
    const token = this.token();
    const answer = await this.deps.sendHttp({
      url,
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/jose' }),
      },
      body,
      timeoutMs: answeredWithin,
      maxBytes: limits.sharedConfigBytes,
    });
    return answer.ok ? answer : fail(connectionProblem(answer.problem));
  }

  private url(): string {
    return this.deps.kept.of(urlName) ?? '';
  }

  private token(): string | undefined {
    const token = this.deps.vault.reveal({ secret: tokenName });
    return token === '' ? undefined : token;
  }

  private key(): SigningKey | undefined {
    return parseAs(this.deps.vault.reveal({ secret: keyName }) ?? '', keySchema);
  }
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

const newKey = (): SigningKey =>
  keySchema.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
