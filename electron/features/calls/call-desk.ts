import { randomUUID } from 'node:crypto';
import { isAfterWrapUp, signalsOf, type CallSignal } from '../../../shared/calls/call-signals.ts';
import { withAgent } from '../../../shared/calls/agent-fields.ts';
import type { CallView } from '../../../shared/contract/views.ts';
import {
  dedupeKey,
  endsLeg,
  legEndKey,
  legEndPrefix,
  offerKey,
  offerOf,
  offerPrefix,
} from '../../../shared/matching/dedupe-key.ts';
import {
  isMine,
  lateFrom,
  lateSeconds,
  reasonToSkip,
  type MatchInput,
} from '../../../shared/matching/match-rule.ts';
import { isOfferOver } from '../../../shared/matching/offer-over.ts';
import { agentKey, isSameAgent, type AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type {
  AgentStateEvent,
  CallEvent,
  RuleableEvent,
} from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { ActionTrace, EventTrace, RuleTrace } from '../../../shared/model/journal.ts';
import type { SkipReason } from '../../../shared/model/skip-reason.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { CallBook, callKey } from './call-book.ts';
import { callDataFor, callViewOf } from './call-view.ts';
import { traceOf } from './event-trace.ts';
import { CatchUp } from './catch-up.ts';
import type { Claims } from './claims.ts';
import type { SeenEvents } from './seen-events.ts';

/** What a rule that fires hands to its actions. */
export interface Occasion {
  readonly rule: Rule;
  readonly event: RuleableEvent;
  /** The call's current data, with the agent's own values filled in. */
  readonly call: CallData;
  readonly callKey: string;
  /** A past event that is run again: what goes out says so. */
  readonly isTest: boolean;
  /** Takes what became of an action into the trace; again, where more becomes known. */
  readonly report: (action: ActionTrace) => void;
}

export interface CallDeskConfig {
  readonly agent: AgentIdentity | undefined;
  readonly rules: readonly Rule[];
  readonly sources: readonly Source[];
}

export interface CallDeskDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly claims: Claims;
  readonly seen: SeenEvents;
  readonly config: () => CallDeskConfig;
  /** Runs a rule's actions. Must start what is urgent before it first awaits. */
  readonly act: (occasion: Occasion) => Promise<void>;
  /** What an event means for the popups of its call. */
  readonly onSignal: (callKey: string, signal: CallSignal) => void;
  /** For each event, and again where more becomes known of what it led to. */
  readonly onTrace: (event: RuleableEvent, callKey: string, trace: EventTrace) => void;
  readonly onAgentState: (event: AgentStateEvent) => void;
  /** How numbers are written for people. */
  readonly showNumber: (number: string) => string;
  /** A call of the current agent is another one than before. */
  readonly onCall: (callKey: string) => void;
  readonly onChange: () => void;
}

/** Takes events, keeps the calls, and decides which rules fire. */
export class CallDesk {
  private readonly book = new CallBook();
  private readonly catchUp: CatchUp;

  public constructor(private readonly deps: CallDeskDeps) {
    this.catchUp = new CatchUp(deps.clock, (event) => this.actSafely(event));
  }

  /** @returns a promise where the event is held back; it resolves when it was acted on */
  public handle(event: CallEvent): void | Promise<void> {
    if (event.kind === 'agent.state') {
      this.agentChanged(event);
      return;
    }
    if (this.book.add(event, this.deps.clock.now()) === undefined) {
      this.deps.log.info('event repeated', { source: event.source, event: event.id });
      this.traceRepeated(event);
      return;
    }
    if (this.isMine(event)) this.book.markMine(event);
    // After a restart a repeated event brings its call back to the desk, but does nothing again.
    if (this.deps.seen.has(event)) {
      this.deps.log.info('event repeated', { source: event.source, event: event.id });
      this.traceRepeated(event);
      this.changed(event);
      return;
    }
    const held = this.catchUp.hold(event);
    if (held === undefined) this.act(event);
    this.changed(event);
    return held;
  }

  public dispose(): void {
    this.catchUp.dispose();
  }

  /** The calls of the current agent, newest first. Nobody else's: they are not this desk's business. */
  public views(): CallView[] {
    return this.book
      .mine()
      .flatMap((events) => this.viewOf(events) ?? [])
      .sort((a, b) => b.startedAt - a.startedAt);
  }

  /** One of them; undefined where it is none of the agent's. */
  public view(key: string): CallView | undefined {
    const events = this.book.mineAt(key);
    return events && this.viewOf(events);
  }

  /**
   * Runs a past event again as a test: what its rules do is marked so, and nothing is remembered.
   * @returns its trace
   */
  public replay(past: RuleableEvent): EventTrace {
    const now = this.deps.clock.now();
    const { waited: _waited, ...rest } = past;
    const event = { ...rest, id: `${past.id}~${now}`, receivedAt: now };
    return this.runApart(event, `test-${now}`, true).trace;
  }

  /**
   * The agent sends a note on a call, also on one that is long over: its rules run, the call stays as it is.
   *
   * @param call all that is known of it, with the note
   * @returns the trace, when all that its rules do is done
   */
  public async note(source: string, linkedCallId: string, call: CallData): Promise<EventTrace> {
    const now = this.deps.clock.now();
    const event: RuleableEvent = {
      kind: 'call.fact',
      stage: 'noted',
      id: `note-${randomUUID()}`,
      source,
      linkedCallId,
      scope: 'agent',
      agent: this.deps.config().agent,
      occurredAt: now,
      receivedAt: now,
      call: { ...call, fields: { ...call.fields, callId: linkedCallId, stage: 'noted' } },
    };
    const { trace, done } = this.runApart(event, callKey(event), false);
    await done;
    return trace;
  }

  /** Runs an event's rules beside the calls: neither they nor the claims know of it. */
  private runApart(
    event: RuleableEvent,
    key: string,
    isTest: boolean,
  ): { trace: EventTrace; done: Promise<unknown> } {
    const { agent } = this.deps.config();
    const input = { event, call: event.call, agent, feedIsMine: this.feedIsMine(event) };
    const mine = agent !== undefined && isMine(input, agent);
    const trace = traceOf(event, isTest, false);
    const running: Promise<void>[] = [];
    this.judge(input, trace, (rule, verdict) => {
      const call = mine ? withAgent(event.call, agent) : event.call;
      const report = this.reporter(event, key, trace, verdict);
      const facts = { rule: rule.id, event: event.id };
      running.push(
        this.run({ rule, event, call, callKey: key, isTest, report }).catch((error: unknown) =>
          this.deps.log.error('rule failed', { ...facts, problem: errorText(error) }),
        ),
      );
    });
    trace.matchedMs = this.deps.clock.now() - event.receivedAt;
    this.deps.onTrace(event, key, trace);
    return { trace, done: Promise.all(running) };
  }

  /** Another agent sits down. */
  public forgetAgent(): void {
    this.book.forgetMine();
    this.deps.onChange();
  }

  private changed(event: RuleableEvent): void {
    const key = callKey(event);
    const own = this.book.mineAt(key);
    // A call that only waits in a queue of this agent's may become anybody's.
    if (own?.some((one) => one.stage !== 'queued' && this.isMine(one)) === true) {
      this.deps.onCall(key);
    }
    this.deps.onChange();
  }

  private viewOf(events: readonly RuleableEvent[]): CallView | undefined {
    const { agent } = this.deps.config();
    const { showNumber } = this.deps;
    return callViewOf(events, { agent, isMine: (event) => this.isMine(event), showNumber });
  }

  private agentChanged(event: AgentStateEvent): void {
    const { agent } = this.deps.config();
    this.deps.log.info('agent state', { source: event.source, state: event.state });
    if (agent === undefined || !isSameAgent(event.agent, agent)) return;
    this.deps.onAgentState(event);
    if (!isAfterWrapUp(event.state)) return;
    for (const call of this.views()) {
      if (call.endedAt !== undefined) this.deps.onSignal(call.key, 'wrapped-up');
    }
  }

  private actSafely(event: RuleableEvent): void {
    try {
      this.act(event);
      this.deps.onChange();
    } catch (error) {
      this.deps.log.error('event not handled', { event: event.id, problem: errorText(error) });
    }
  }

  private act(event: RuleableEvent): void {
    // Held back in a long backlog, its call may have made room for newer ones meanwhile.
    if (this.book.of(event) === undefined) this.book.add(event, this.deps.clock.now());
    this.runRules(event);
    const events = this.book.of(event)?.events ?? [];
    for (const signal of signalsOf(event, events, (one) => this.isMine(one))) {
      this.deps.onSignal(callKey(event), signal);
    }
    if (endsLeg(event)) this.claim(legEndKey(event, this.agentKeyOf(event)));
    this.deps.seen.add(event);
  }

  /** The desk's own key for this agent's events: one event names the id, the next only the extension. */
  private agentKeyOf(event: RuleableEvent): string {
    const { agent } = this.deps.config();
    return agent !== undefined && this.isMine(event)
      ? agentKey(agent)
      : agentKey(event.agent ?? {});
  }

  private isMine(event: RuleableEvent): boolean {
    const { agent } = this.deps.config();
    const call = this.book.of(event)?.call;
    if (agent === undefined || call === undefined) return false;
    const feedIsMine = this.feedIsMine(event);
    return isMine({ event, call: callDataFor(event, call), feedIsMine }, agent);
  }

  private feedIsMine(event: RuleableEvent): boolean {
    return this.deps
      .config()
      .sources.some(({ id, carries }) => id === event.source && carries === 'this-agent');
  }

  private runRules(event: RuleableEvent): void {
    const { agent } = this.deps.config();
    const known = this.book.of(event);
    if (known === undefined) return;
    const call = callDataFor(event, known.call);
    const feedIsMine = this.feedIsMine(event);
    const isOver = lateSeconds(event) >= lateFrom && isOfferOver(event, known.events);
    const input = { event, call, agent, feedIsMine, isOver };
    const mine = agent !== undefined && isMine(input, agent);
    const whose = mine ? agentKey(agent) : agentKey(event.agent ?? {});
    // Of others' events looked up only when a rule fires: most on a feed of all agents concern nobody here.
    let offer = mine && event.stage === 'ringing' ? this.offerOf(event, whose) : undefined;
    const trace = traceOf(event, false, false, known.call.data);
    const key = callKey(event);
    this.judge(input, trace, (rule, verdict) => {
      const report = this.reporter(event, key, trace, verdict);
      const data = mine ? withAgent(call, agent) : call;
      offer ??= this.offerOf(event, whose);
      const isNew = this.fire(
        { rule, event, call: data, callKey: key, isTest: false, report },
        dedupeKey(event, offer, whose, rule.id),
      );
      if (!isNew) verdict.reason = { code: 'duplicate' };
    });
    trace.matchedMs = Math.max(0, this.deps.clock.now() - event.receivedAt);
    this.deps.onTrace(event, key, trace);
  }

  /** Looks at every rule, and takes into the trace why one does not fire. */
  private judge(
    input: MatchInput,
    trace: EventTrace,
    fires: (rule: Rule, verdict: RuleTrace) => void,
  ): void {
    for (const rule of this.deps.config().rules) {
      const verdict: RuleTrace = { id: rule.id, name: rule.name, actions: [] };
      trace.rules.push(verdict);
      const reason = reasonToSkip(rule, input);
      if (reason === undefined) {
        fires(rule, verdict);
        continue;
      }
      verdict.reason = reason;
      if (!trace.isTest) this.logSkip(rule, input.event, reason);
    }
  }

  private reporter(
    event: RuleableEvent,
    key: string,
    trace: EventTrace,
    verdict: RuleTrace,
  ): (action: ActionTrace) => void {
    return (action) => {
      if (!verdict.actions.includes(action)) verdict.actions.push(action);
      this.deps.onTrace(event, key, trace);
    };
  }

  private traceRepeated(event: RuleableEvent): void {
    this.deps.onTrace(event, callKey(event), traceOf(event, false, true));
  }

  private offerOf(event: RuleableEvent, whose: string): string {
    const { claims } = this.deps;
    const last = claims.last(offerPrefix(event, whose));
    const lastOffer = last === undefined ? undefined : /"(#\d+)"/.exec(last)?.[1];
    const offer = offerOf(event, claims.count(legEndPrefix(event, whose)), lastOffer);
    if (event.stage === 'ringing' && event.offerId === undefined && offer !== '#0') {
      this.claim(offerKey(event, whose, offer));
    }
    return offer;
  }

  /** Remembered over a restart; writing it must not keep a popup waiting. */
  private claim(key: string): void {
    const { claims, clock, log } = this.deps;
    const now = clock.now();
    if (!claims.claim(key, now)) return;
    claims
      .persist(key, now)
      .catch((error: unknown) => log.error('claim not written', { problem: errorText(error) }));
  }

  /** @returns false where this rule already fired for this offer */
  private fire(occasion: Occasion, key: string): boolean {
    const { log, claims, clock } = this.deps;
    const facts = { rule: occasion.rule.id, event: occasion.event.id };
    const now = clock.now();
    if (!claims.claim(key, now)) {
      log.info('rule skipped', { ...facts, reason: 'duplicate' });
      return false;
    }
    log.info('rule fired', facts);
    this.run(occasion)
      .catch((error: unknown) => log.error('rule failed', { ...facts, problem: errorText(error) }))
      .then(() => claims.persist(key, now))
      .catch((error: unknown) =>
        log.error('claim not written', { ...facts, problem: errorText(error) }),
      );
    return true;
  }

  /** Errors in an action must not reach the socket. */
  private async run(occasion: Occasion): Promise<void> {
    await this.deps.act(occasion);
  }

  private logSkip(rule: Rule, event: RuleableEvent, reason: SkipReason): void {
    // A rule for another stage is not worth logging: every event passes it.
    if (reason.code === 'other-stage') return;
    const age = 'ageSeconds' in reason ? reason.ageSeconds : undefined;
    this.deps.log.info('rule skipped', {
      rule: rule.id,
      event: event.id,
      reason: reason.code,
      ageSeconds: age,
    });
  }
}
