import { isOn, signalsOf } from '../../../../shared/calls/call-signals.ts';
import { endsLeg } from '../../../../shared/matching/dedupe-key.ts';
import { isSameAgent } from '../../../../shared/model/agent-identity.ts';
import type { RuleableEvent } from '../../../../shared/model/call-event.ts';
import type { EventTrace } from '../../../../shared/model/journal.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Events } from '../../../platform/events.ts';
import { errorText } from '../../../platform/logging/log.ts';
import { CallIds } from '../call-ids.ts';
import type { CallerMemory } from '../caller-memory.ts';
import type { CallBook } from '../call-book.ts';
import type { CallEvents } from '../call-events.ts';
import type { SeenEvents } from '../seen-events.ts';
import { act, type ActDeps } from './act.ts';
import { fold, foldAnew, foldApart } from './fold.ts';
import { judge } from './judge.ts';
import { CatchUp } from './order.ts';
import { own, ownAnew } from './own.ts';
import { receive } from './receive.ts';
import { logSkipped, TraceRecord, traceOfVerdicts } from './record.ts';
import { traceOf } from './trace.ts';
import type { DeskConfig, Folded, Occasion, Owned } from './walk.ts';

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
    const { record, done } = this.decide(
      own(foldApart(event, occasion, callKey), this.deps.config()),
    );
    return { trace: () => record.current(), done };
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
    const { staysOn } = this.decide(walk);
    for (const signal of signalsOf(event, walk.events, (one) => book.isMine(one))) {
      events.emit('signalled', { callKey, signal });
    }
    if (endsLeg(event) && !staysOn) claims.ended(event, callKey, owner.key);
    seen.add(event);
  }

  private decide(walk: Owned): { record: TraceRecord; done: Promise<void>; staysOn: boolean } {
    const { clock, claims, config, events, log } = this.deps;
    const { event, callKey } = walk;
    const staysOn = endsLeg(event) && this.agentIsOn(walk);
    const verdicts = judge(walk, config().rules, claims, staysOn);
    if (walk.occasion !== 'replay') logSkipped(walk, verdicts, log);
    const record = new TraceRecord(traceOfVerdicts(walk, verdicts, clock.now()), (trace) =>
      events.emit('traced', { event, callKey, trace }),
    );
    return { record, done: act(walk, verdicts, record, this.deps), staysOn };
  }

  /** Whether the agent of an event is still on the call with another phone. */
  private agentIsOn({ event, events }: Owned): boolean {
    return isOn(events, (one) => isOfSameAgent(one, event, this.deps.book));
  }

  private repeated(event: RuleableEvent): void {
    const { book, log, events } = this.deps;
    log.info('event repeated', { source: event.source, event: event.id });
    const trace = traceOf(event, false, true);
    events.emit('traced', { event, callKey: book.of(event)?.key ?? '', trace });
  }

  private changed({ callKey }: Owned): void {
    const { book, events } = this.deps;
    // A call that only waits in a queue of this agent's may become anybody's.
    const mine = book.mineAt(callKey)?.events;
    if (mine?.some((one) => one.stage !== 'queued' && book.isMine(one)) === true) {
      events.emit('callChanged', callKey);
    }
    events.emit('changed');
  }
}

/** Whether both events are about one agent: the current one, or the one that the second names. */
const isOfSameAgent = (one: RuleableEvent, event: RuleableEvent, book: CallBook): boolean =>
  book.isMine(event)
    ? book.isMine(one)
    : one.agent !== undefined && event.agent !== undefined && isSameAgent(one.agent, event.agent);
