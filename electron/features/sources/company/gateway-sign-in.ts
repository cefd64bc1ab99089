import type { z } from 'zod';
import { parseAs } from '../../../../shared/json/parse-as.ts';
import {
  signedInSchema,
  signInOfferSchema,
  type SignedIn,
  type SignInOffer,
} from '../../../../shared/model/sign-in-offer.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { message, type Message } from '../../../../shared/text/message.ts';
import { connectionProblem } from '../../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../../platform/ports/http.ts';

const answersWithin = 10_000;
const maxBytes = 64 * 1024;

/** Why there is no token, and whether asking again without the agent is useless. */
export interface SignInFailure {
  readonly said: Message;
  readonly refused: boolean;
}
export type SignInResult<T> = Result<T, SignInFailure>;

export const refusedSignIn = (said: Message): SignInResult<never> => ({
  ok: false,
  problem: { said, refused: true },
});

/** The sign-in at one gateway. */
export class GatewaySignIn {
  private readonly url: string;

  /** @param url of the source, such as wss://gateway.example.com/desk */
  public constructor(
    url: string,
    private readonly send: HttpClient,
  ) {
    const address = new URL(url.replace(/^ws/i, 'http'));
    address.pathname = `${address.pathname.replace(/\/$/, '')}/sign-in`;
    address.search = '';
    this.url = address.href;
  }

  /** Where the agent signs in. */
  public offer(): Promise<SignInResult<SignInOffer>> {
    return this.ask('GET', undefined, signInOfferSchema, {
      404: message('problem.source.signInNotOffered'),
    });
  }

  /** Exchanges the company's token for one of the gateway. */
  public exchange(token: string): Promise<SignInResult<SignedIn>> {
    return this.ask('POST', JSON.stringify({ token }), signedInSchema, {
      401: message('problem.source.signInTokenRefused'),
      403: message('problem.source.signInAgentUnknown'),
    });
  }

  private async ask<T>(
    method: string,
    body: string | undefined,
    schema: z.ZodType<T>,
    refusals: Readonly<Record<number, Message>>,
  ): Promise<SignInResult<T>> {
    const answer = await this.send({
      url: this.url,
      method,
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body,
      timeoutMs: answersWithin,
      maxBytes,
    });
    if (!answer.ok) return notNow(connectionProblem(answer.problem));
    const { status, text } = answer.value;
    const refusal = refusals[status];
    if (refusal !== undefined) return refusedSignIn(refusal);
    if (status < 200 || status > 299)
      return notNow(connectionProblem({ code: 'HTTP', status, message: '' }));
    const read = parseAs(text, schema);
    // An address of another server: asking it again brings nothing else.
    return read === undefined
      ? refusedSignIn(message('problem.source.signInNotOffered'))
      : ok(read);
  }
}

const notNow = (problem: Message): SignInResult<never> => ({
  ok: false,
  problem: { said: message('problem.source.signInProblem', { problem }), refused: false },
});
