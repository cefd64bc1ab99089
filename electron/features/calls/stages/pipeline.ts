import { isOn, signalsOf } from '../../../../shared/calls/call-signals.ts';
import { endsLeg } from '../../../../shared/matching/dedupe-key.ts';
import { RuleIndex } from '../../../../shared/matching/rule-index.ts';
import { isSameAgent } from '../../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import type { EventTrace } from '../../../../shared/model/log-entry.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Events } from '../../../platform/events.ts';
import { errorText } from '../../../platform/logging/log.ts';
import { CallIds } from '../call-ids.ts';
import type { CallerMemory } from '../caller-memory.ts';
import type { BookedCall, CallBook } from '../call-book.ts';
import type { CallEvents, Traced } from '../call-events.ts';
import type { SeenEvents } from '../seen-events.ts';
import { act, type ActDeps } from './act.ts';
import { asBooked, fold, foldAnew, foldApart } from './fold.ts';
import { judge, matchInput } from './judge.ts';
import { CatchUp } from './order.ts';
import { withOtherRules } from './other-rules.ts';
import { own, ownAnew } from './own.ts';
import { receive } from './receive.ts';
import { logSkipped, TraceRecord, traceOfVerdicts } from './record.ts';
import { traceOf } from './trace.ts';
import type { DeskConfig, Folded, Occasion, Owned, Verdict } from './walk.ts';

export interface PipelineDeps extends ActDeps {
  readonly clock: Clock;
  readonly book: CallBook;
  readonly memory: CallerMemory;
  readonly seen: SeenEvents;
  readonly config: () => DeskConfig;
  readonly events: Events<CallEvents>;
}

/**
 * An event walks forward: receive, fold, own, order, judge, act, record. It joins its call and its owner before
 * it is held back, as what a late event is worth depends on the events behind it.
 */
export class EventPipeline {
  private readonly catchUp: CatchUp;
  private readonly ids = new CallIds();
  private rules = new RuleIndex([]);
  private readonly passed = new WeakSet<RuleableEvent>();

  public constructor(private readonly deps: PipelineDeps) {
    this.catchUp = new CatchUp(deps.clock, (walk) => this.goOn(walk));
  }

  /** @returns a promise where the event is held back; it resolves when it was acted on */
  public live(arrived: RuleableEvent): void | Promise<void> {
    const { book, seen, clock, config } = this.deps;
    const { received, event } = receive(this.ids.linked(arrived), book, seen);
    if (received !== 'new') this.repeated(event);
    if (received === 'again') return;
    const walk = own(this.withMemory(fold(event, book, clock.now())), config());
    book.own(event, walk.owner.isMine);
    const held = received === 'new' ? this.catchUp.hold(walk) : undefined;
    if (received === 'new' && held === undefined) this.run(walk);
    this.changed(walk);
    return held;
  }

  /**
   * Runs an event beside the calls, through the same stages: neither they nor the claims know of it.
   *
   * @returns its trace as it is now, and when all that its rules do is done
   */
  public apart(
    event: RuleableEvent,
    occasion: Exclude<Occasion, 'live'>,
    callKey: string,
  ): { readonly trace: () => EventTrace; readonly done: Promise<void> } {
    const walk = own(foldApart(event, occasion, callKey), this.deps.config());
    const { whole, done } = this.decide(walk);
    return { trace: whole, done };
  }

  /** Whether an event is in memory alone: nothing came of it, and it is in no log. */
  public isPassing(event: RuleableEvent): boolean {
    return this.passed.has(event);
  }

  /** What became of an event in memory, as the rules are now. */
  public explained(event: RuleableEvent, call: BookedCall): Traced {
    const booked = asBooked(event, call);
    const known = this.deps.memory.withFacts(booked.call, call.key);
    const walk = own({ ...booked, call: known }, this.deps.config());
    const input = matchInput(walk, false);
    const trace = traceOfVerdicts(walk, [], event.receivedAt);
    const { rules } = this.index();
    return { event, callKey: call.key, trace, whole: () => withOtherRules(trace, rules, input) };
  }

  public dispose(): void {
    this.catchUp.dispose();
  }

  /** Releases an event that was held back. Must not throw: later events wait for it. */
  private goOn({ event, owner }: Owned): void {
    const { book, clock, config, log, events } = this.deps;
    try {
      this.run(ownAnew(this.withMemory(foldAnew(event, book, clock.now())), owner, config()));
      events.emit('changed');
    } catch (error) {
      log.error('event not handled', { event: event.id, problem: errorText(error) });
    }
  }

  /** With what is known of the number's earlier calls; the call itself is remembered for the next. */
  private withMemory(walk: Folded): Folded {
    const { book, memory } = this.deps;
    const { event, callKey, call, events } = walk;
    const known = book.of(event);
    if (known !== undefined) memory.heard(callKey, known.call, events);
    return { ...walk, call: memory.withFacts(call, callKey) };
  }

  private run(walk: Owned): void {
    const { book, claims, seen, events } = this.deps;
    const { event, callKey, owner } = walk;
    const { staysOn, isQuiet } = this.decide(walk);
    for (const signal of signalsOf(event, walk.events, (one) => book.isMine(one))) {
      events.emit('signalled', { callKey, signal });
    }
    if (endsLeg(event) && !staysOn) claims.ended(event, callKey, owner);
    // What did nothing does nothing again: after a restart it is not missed.
    if (isQuiet) this.passed.add(event);
    else seen.add(event);
  }

  private decide(walk: Owned): Decided {
    const { clock, claims, events, log } = this.deps;
    const { event, callKey } = walk;
    const staysOn = endsLeg(event) && this.agentIsOn(walk);
    const rules = this.index();
    const input = matchInput(walk, staysOn);
    const verdicts = judge(walk, rules, input, claims);
    if (walk.occasion !== 'replay') logSkipped(walk, verdicts, log);
    const isQuiet = walk.occasion === 'live' && isPassing(walk, verdicts);
    const trace = traceOfVerdicts(walk, verdicts, clock.now());
    const whole = (version: EventTrace) => () => withOtherRules(version, rules.rules, input);
    const record = new TraceRecord(trace, (version) => {
      if (!isQuiet)
        events.emit('traced', { event, callKey, trace: version, whole: whole(version) });
    });
    return {
      whole: () => whole(record.current())(),
      done: act(walk, verdicts, record, this.deps),
      staysOn,
      isQuiet,
    };
  }

  /** Made anew where other rules are in force. */
  private index(): RuleIndex {
    const { rules } = this.deps.config();
    if (this.rules.rules !== rules) this.rules = new RuleIndex(rules);
    return this.rules;
  }

  /** Whether the agent of an event is still on the call with another phone. */
  private agentIsOn({ event, events }: Owned): boolean {
    return isOn(events, (one) => isOfSameAgent(one, event, this.deps.book));
  }

  private repeated(event: RuleableEvent): void {
    const { book, log, events } = this.deps;
    const before = book.of(event)?.events.find(({ id }) => id === event.id);
    if (before !== undefined && this.passed.has(before)) return;
    log.info('event repeated', { source: event.source, event: event.id });
    const trace = traceOf(event, false, true);
    events.emit('traced', {
      event,
      callKey: book.of(event)?.key ?? '',
      trace,
      whole: () => trace,
    });
  }

  private changed({ callKey }: Owned): void {
    const { book, events } = this.deps;
    // A call that only waits in a queue of this agent's may become anybody's.
    const mine = book.mineAt(callKey)?.events;
    if (mine?.some((one) => one.stage !== 'queued' && book.isMine(one)) === true) {
      events.emit('callChanged', callKey);
    }
    if (mine !== undefined) events.emit('changed');
  }
}

interface Decided {
  readonly whole: () => EventTrace;
  readonly done: Promise<void>;
  readonly staysOn: boolean;
  readonly isQuiet: boolean;
}

/** No rule ran, and the call is not the current agent's: most events of a feed of all agents are so. */
const isPassing = ({ owner }: Owned, verdicts: readonly Verdict[]): boolean =>
  !owner.isMine && verdicts.every(({ reason }) => reason !== undefined);

/** Whether both events are about one agent: the current one, or the one that the second names. */
const isOfSameAgent = (one: RuleableEvent, event: RuleableEvent, book: CallBook): boolean =>
  book.isMine(event)
    ? book.isMine(one)
    : one.agent !== undefined && event.agent !== undefined && isSameAgent(one.agent, event.agent);
