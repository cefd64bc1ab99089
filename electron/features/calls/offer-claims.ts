import {
  endingKey,
  endingPrefix,
  offerKey,
  offerOf,
  offerPrefix,
} from '../../../shared/matching/dedupe-key.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log, type LogData } from '../../platform/logging/log.ts';
import type { Claims } from './claims.ts';
import type { Owned } from './stages/walk.ts';

export interface Claim {
  readonly key: string;
  readonly at: number;
}

/** The agent of an event. */
type Whose = Pick<Owned['owner'], 'key' | 'isMine'>;

/** Which offer of a call an event belongs to, and who has acted on it. */
export class OfferClaims {
  public constructor(
    private readonly claims: Claims,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  public offerOf(event: RuleableEvent, callKey: string, whose: string): string {
    const { claims } = this;
    const last = claims.last(offerPrefix(callKey, whose));
    const lastOffer = last === undefined ? undefined : /"(#\d+)"/.exec(last)?.[1];
    const offer = offerOf(event, claims.count(endingPrefix(callKey, whose)), lastOffer);
    if (event.stage === 'ringing' && event.offerId === undefined && offer !== '#0') {
      this.remember(offerKey(callKey, whose, offer));
    }
    return offer;
  }

  /**
   * An agent is no longer on a call: the next ring is another offer. Of other agents' calls that no rule has acted on
   * there is none to tell apart, and a feed of all agents has a hundred such ends a second.
   */
  public ended(event: RuleableEvent, callKey: string, { key: whose, isMine }: Whose): void {
    if (!isMine && !this.claims.hasActedOn(callKey)) return;
    this.remember(endingKey(callKey, whose, event.id));
  }

  /** @returns undefined where it was taken before */
  public take(key: string): Claim | undefined {
    const at = this.clock.now();
    return this.claims.claim(key, at) ? { key, at } : undefined;
  }

  /** Writes a claim. Never rejects: writing it must not keep a popup waiting. */
  public async persist({ key, at }: Claim, facts: LogData = {}): Promise<void> {
    try {
      await this.claims.persist(key, at);
    } catch (error) {
      this.log.error('claim not written', { ...facts, problem: errorText(error) });
    }
  }

  /** Remembered over a restart. */
  private remember(key: string): void {
    const claim = this.take(key);
    if (claim !== undefined) void this.persist(claim);
  }
}
