import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseAs } from '../../../../shared/json/parse-as.ts';
import type { SecretRef } from '../../../../shared/model/secret.ts';
import { companySecret } from '../../../../shared/model/secrets-in.ts';
import type { KeptValues } from '../../../platform/storage/kept-values.ts';

export interface KeptSessionDeps {
  readonly positions: KeptValues;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly keepSecret: (ref: SecretRef, value: string) => void;
}

/** Whose session it is. Another agent, or another gateway, has another. */
export interface SessionOwner {
  readonly source: string;
  readonly url: string;
  readonly agent: string;
}

const factsSchema = z.object({
  /** Milliseconds since 1970. */
  renewAt: z.number(),
  endsAt: z.number(),
  issuer: z.string(),
});
export type SessionFacts = z.infer<typeof factsSchema>;

/** An agent who is signed in at a gateway. */
export interface Session extends SessionFacts {
  readonly token: string;
  /** Empty where the issuer gave none. */
  readonly refreshToken: string;
}

/** What is kept of a sign-in: tokens in the vault, times beside. */
export class KeptSession {
  private readonly name: string;
  private readonly token: SecretRef;
  private readonly refreshToken: SecretRef;

  public constructor(
    { source, url, agent }: SessionOwner,
    private readonly deps: KeptSessionDeps,
  ) {
    const digest = createHash('sha256')
      .update(JSON.stringify([url, agent]))
      .digest('base64url');
    const owner = digest.slice(0, 16);
    this.name = `company:${source}:${owner}`;
    this.token = companySecret(source, `${owner}.token`);
    this.refreshToken = companySecret(source, `${owner}.refresh`);
  }

  public read(): Session | undefined {
    const facts = parseAs(this.deps.positions.of(this.name) ?? '', factsSchema);
    const token = this.deps.revealSecret(this.token);
    if (facts === undefined || token === undefined) return undefined;
    return { ...facts, token, refreshToken: this.deps.revealSecret(this.refreshToken) ?? '' };
  }

  /** @throws Refusal where this computer has no key storage */
  public write({ token, refreshToken, ...facts }: Session): void {
    this.deps.keepSecret(this.token, token);
    this.deps.keepSecret(this.refreshToken, refreshToken);
    this.deps.positions.remember(this.name, JSON.stringify(facts));
  }
}
