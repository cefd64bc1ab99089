import { errors, jwtVerify, type JWTPayload } from 'jose';
import { errorText } from '../../shared/error-text.ts';
import type { SignInConfig } from '../config/sign-in-config.ts';
import type { Directory } from '../routing/agent-directory.ts';
import { IssuerKeys, IssuerUnreachable } from './issuer-keys.ts';

/** Only keys that the issuer alone has: a shared secret would let every desk sign for every other. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];
/** Seconds that the clocks of issuer and gateway may differ. */
const clockTolerance = 60;

export type SignedIn =
  | { readonly ok: true; readonly agent: string }
  | {
      readonly ok: false;
      readonly reason: 'wrong token' | 'no agent' | 'no issuer';
      /** For the log. */
      readonly problem?: string;
    };

/** Knows the agent by a token of the company's issuer. */
export class CompanySignIn {
  private readonly keys: IssuerKeys;

  public constructor(
    private readonly config: SignInConfig,
    private readonly directory: Directory,
  ) {
    this.keys = new IssuerKeys(config);
  }

  public async agentOf(token: string): Promise<SignedIn> {
    try {
      const { issuer, audience } = this.config;
      const requiredClaims = ['exp'];
      const options = { issuer, audience, algorithms, clockTolerance, requiredClaims };
      const { payload } = await jwtVerify(token, await this.keys.all(), options);
      const agent = this.named(payload);
      return agent === undefined ? { ok: false, reason: 'no agent' } : { ok: true, agent };
    } catch (error) {
      const problem = errorText(error);
      return { ok: false, reason: isOfToken(error) ? 'wrong token' : 'no issuer', problem };
    }
  }

  /** The one agent that the claim names. */
  private named(payload: JWTPayload): string | undefined {
    const { claim, agentField } = this.config;
    const value = payload[claim];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    // Some issuers let people enter any address, and some write this claim as a text.
    if (claim === 'email' && String(payload['email_verified']) === 'false') return undefined;
    const [agent, ...others] = this.directory.named({ [agentField]: String(value) });
    return others.length === 0 ? agent : undefined;
  }
}

/** Whether the token is at fault, and not the way to the issuer. */
function isOfToken(error: unknown): boolean {
  if (error instanceof IssuerUnreachable || !(error instanceof errors.JOSEError)) return false;
  return error.code !== errors.JWKSTimeout.code && error.code !== errors.JOSEError.code;
}
