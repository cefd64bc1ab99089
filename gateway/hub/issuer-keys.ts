import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { parseJson } from '../../shared/json/parse-json.ts';
import { readBounded } from '../answers/read-bounded.ts';
import type { SignInConfig } from '../config/sign-in-config.ts';

/** Milliseconds for the issuer to answer. */
const answersWithin = 5_000;
/** Bytes of a discovery document. */
const maxDocument = 262_144;

/** The issuer cannot be asked: nobody's token is wrong for that. */
export class IssuerUnreachable extends Error {}

/** The public keys of an issuer, found when the first token comes and kept. */
export class IssuerKeys {
  private found: Promise<JWTVerifyGetKey> | undefined;

  public constructor(private readonly config: SignInConfig) {}

  /** @throws IssuerUnreachable */
  public async all(): Promise<JWTVerifyGetKey> {
    const found = (this.found ??= this.find());
    try {
      return await found;
    } catch (error) {
      if (this.found === found) this.found = undefined;
      throw new IssuerUnreachable(String(error));
    }
  }

  private async find(): Promise<JWTVerifyGetKey> {
    const url = this.config.keys ?? (await this.discover());
    return createRemoteJWKSet(new URL(url), { timeoutDuration: answersWithin });
  }

  private async discover(): Promise<string> {
    const { issuer } = this.config;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(answersWithin),
    });
    if (!response.ok) throw new Error(`The issuer answered ${response.status}.`);
    const json = parseJson(await readBounded(response, maxDocument));
    const schema = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() });
    return schema.parse(json.ok ? json.value : undefined).jwks_uri;
  }
}
