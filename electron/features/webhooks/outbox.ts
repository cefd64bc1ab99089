import type { NewDelivery, WaitingDelivery } from '../../../shared/model/delivery.ts';
import { limits } from '../../../shared/limits.ts';
import { GroupCommit } from '../../../shared/storage/group-commit.ts';
import type { OutboxStore, Revival } from '../../platform/storage/storage.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { AttemptResult } from './attempt-delivery.ts';
import { acceptedDelivery, afterAttempt, settled } from './delivery-life.ts';
import { FreshRequests } from './fresh-requests.ts';
import { HostGate } from './host-gate.ts';
import { OutcomeWriter } from './outcome-writer.ts';
import { longestDelay } from './retry-schedule.ts';
import { WaitingList } from './waiting-list.ts';
import { message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';
import type { Attempted } from './webhook-events.ts';

/** Longer no timer is set: a clock that was put forward is then noticed (milliseconds). */
const longestWait = 60_000;
/** A crash sends again what was answered and not written: with a slow disk no more than this. */
const mostUnwritten = 200;
/** The outbox has a limit in bytes; a group is small, so that the first of a burst leaves at once. */
const additionLimits = { waiting: 20_000, together: 200 };

export interface OutboxDeps {
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Shared with who follows redirects. */
  readonly gate?: HostGate | undefined;
  /** Sends once; reads the request where it is not given. Never throws. */
  readonly attempt: (delivery: WaitingDelivery, request?: string) => Promise<AttemptResult>;
  /** False for a webhook that is switched off or paused: its deliveries wait. */
  readonly isOn: (webhook: string) => boolean;
  /** False while this computer has no network: attempts would be wasted. */
  readonly isOnline: (host: string) => boolean;
  /** The receiver wants nothing more (410). */
  readonly onGone: (webhook: string, name: string, template: string) => void;
  /** An attempt was made and written. */
  readonly onAttempted: (attempted: Attempted) => void;
  readonly onChange: () => void;
}

/**
 * An accepted delivery is on disk before anything is sent, and stays there until it is delivered or has
 * failed. A crash between a response and its record sends again under the same ID; nothing is lost.
 */
export class Outbox {
  private readonly waiting = new WaitingList();
  private readonly gate: HostGate;
  private cancel: (() => void) | undefined;
  /** The latest time seen: now is before it where the clock was put back. */
  private latest = 0;
  private stopped = false;
  private readonly running = new Set<Promise<void>>();
  private readonly fresh = new FreshRequests();
  private readonly outcomes: OutcomeWriter;
  private readonly additions: GroupCommit<NewDelivery, boolean>;

  public constructor(private readonly deps: OutboxDeps) {
    this.gate = deps.gate ?? new HostGate();
    this.outcomes = new OutcomeWriter(deps);
    this.additions = new GroupCommit((deliveries) => deps.store.add(deliveries), additionLimits);
  }

  /** Takes up what an earlier run left. Await it before anything is accepted. */
  public async start(): Promise<void> {
    for (const record of await this.deps.store.waiting()) this.keep(record);
    this.pump();
  }

  /** Requests in flight are sent again by the next run if their response does not arrive in time. */
  public async stop(): Promise<void> {
    this.stopped = true;
    this.outcomes.stop();
    this.cancel?.();
    await Promise.allSettled(this.running);
  }

  /**
   * Resolves when the deliveries are on disk; only then they count as accepted.
   * @throws where they could not be written, or too much waits already
   */
  public async accept(deliveries: readonly NewDelivery[]): Promise<void> {
    if (this.waiting.bytes > limits.outboxBytes) throw new Error('the outbox is full');
    const added = await Promise.all(deliveries.map((one) => this.additions.add(one)));
    for (const [index, delivery] of deliveries.entries()) {
      const facts = { delivery: delivery.id, webhook: delivery.webhook };
      if (added[index] !== true) {
        this.deps.log.info('delivery repeated', facts);
        continue;
      }
      this.deps.log.info('delivery accepted', facts);
      this.fresh.put(delivery.id, delivery.request);
      this.keep(acceptedDelivery(delivery));
    }
    this.deps.onChange();
    this.pump();
  }

  /** Tries dead and expired deliveries again. @returns how many */
  public async revive(revival: Revival): Promise<number> {
    const revived = await this.deps.store.revive(revival);
    for (const record of revived) this.keep(record);
    this.gate.wake();
    this.deps.onChange();
    this.pump();
    return revived.length;
  }

  /** The network is back, the computer woke up, or a webhook was switched on. */
  public wake(): void {
    this.gate.wake();
    this.pump();
  }

  public pending(): number {
    return this.waiting.size;
  }

  private keep(record: WaitingDelivery): void {
    this.waiting.put(rebased(record, this.deps.clock.now()));
  }

  /** Sends what is due, and plans its next run. */
  private pump(): void {
    if (this.stopped) return;
    this.cancel?.();
    const now = this.deps.clock.now();
    if (now < this.latest - longestWait) {
      this.latest = now;
      this.waiting.replaceAll((record) => rebased(record, now));
    }
    this.latest = Math.max(this.latest, now);
    // Later deliveries must not wait for ones that are never sent.
    for (const record of this.waiting.removeExpired(now)) this.expire(record);
    let wakeAt = Math.min(now + longestWait, this.waiting.firstExpiry());
    for (const host of this.waiting.hostNames()) wakeAt = Math.min(wakeAt, this.sendTo(host, now));
    this.cancel = this.deps.clock.after(Math.max(0, wakeAt - now), () => this.pump());
  }

  /** @returns when to look at this host again, in milliseconds since 1970 */
  private sendTo(host: string, now: number): number {
    for (;;) {
      const record = this.waiting.peekDue(host, this.deps.isOn);
      if (record === undefined) return Infinity;
      if (record.nextAt > now) return record.nextAt;
      if (!this.deps.isOnline(host)) return now + 2_000;
      if (this.outcomes.unwritten >= mostUnwritten) return Infinity;
      const opensAt = this.gate.opensAt(host, now);
      if (opensAt !== 0) return opensAt;
      this.send(record);
    }
  }

  private send(record: WaitingDelivery): void {
    this.waiting.take(record);
    this.gate.begin(record.host);
    const sending = this.attempt(record).catch((error: unknown) => {
      // Its outcome could not be written: it waits, and is sent again under its id.
      this.deps.log.error('attempt not written', {
        delivery: record.id,
        problem: errorText(error),
      });
      this.keep({ ...record, nextAt: this.deps.clock.now() + 5_000 });
    });
    const ended = sending.then(() => {
      this.running.delete(ended);
      this.deps.onChange();
      this.pump();
    });
    this.running.add(ended);
  }

  private async attempt(record: WaitingDelivery): Promise<void> {
    const { clock, log } = this.deps;
    const at = clock.now();
    const { judgement, status, response, template } = await this.deps.attempt(
      record,
      this.fresh.take(record.id),
    );
    const now = clock.now();
    this.gate.end(record.host, judgement.kind === 'again' && judgement.isHostTrouble, now);
    const number = record.attempts + 1;
    const problem = judgement.kind === 'delivered' ? null : judgement.problem;
    const attempt = { number, at, ms: now - at, status, problem, response };
    const delivery = afterAttempt(record, attempt, judgement, this.deps.random());
    // The receiver is free again; what it said may be written meanwhile.
    this.pump();
    await this.outcomes.write({ delivery, attempt });
    const { id, webhookName: webhook, caller, callKey, state } = delivery;
    log.info('delivery attempted', {
      delivery: id,
      number,
      status,
      state,
      problem: problem === null ? '' : english(problem),
    });
    this.deps.onAttempted({
      id,
      webhook,
      about: caller,
      callKey,
      state,
      attempt: number,
      status,
      problem,
    });
    if (delivery.state === 'waiting') this.keep(delivery);
    else this.waiting.remove(id);
    if (judgement.kind === 'gone') {
      this.deps.onGone(record.webhook, record.webhookName, template);
    }
  }

  private expire(record: WaitingDelivery): void {
    const { store, clock, log, onChange } = this.deps;
    this.fresh.take(record.id);
    const problem =
      record.problem === null
        ? message('problem.delivery.expired')
        : message('problem.delivery.expiredAfter', { problem: record.problem });
    log.info('delivery expired', { delivery: record.id, problem: english(problem) });
    store
      .settle({ ...settled(record, 'expired', clock.now()), problem })
      .then(onChange, (error: unknown) =>
        log.error('expiry not written', { delivery: record.id, problem: errorText(error) }),
      );
  }
}

/** A clock that was ahead and was put right must not make a delivery sleep, or live, for a year. */
function rebased(record: WaitingDelivery, now: number): WaitingDelivery {
  if (record.acceptedAt <= now + longestWait) {
    return record.nextAt > now + longestDelay ? { ...record, nextAt: now } : record;
  }
  const { acceptedAt, expiresAt } = record;
  return { ...record, acceptedAt: now, nextAt: now, expiresAt: now + (expiresAt - acceptedAt) };
}
