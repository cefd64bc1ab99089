import { randomUUID } from 'node:crypto';
import type { FilterFields } from '../../../shared/calls/filter-values.ts';
import { testCallKey } from '../../../shared/calls/test-call.ts';
import { isAfterWrapUp } from '../../../shared/calls/call-signals.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import { isSameAgent } from '../../../shared/model/agent-identity.ts';
import {
  isRuleable,
  type AgentStateEvent,
  type CallEvent,
  type RuleableEvent,
} from '../../../shared/model/call-event.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { EventTrace } from '../../../shared/model/log-entry.ts';
import type { Clock } from '../../platform/clock.ts';
import { Events } from '../../platform/events.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { Firing } from '../rules/index.ts';
import { CallBook, type BookedCall } from './call-book.ts';
import { idsOf, type KnownCall } from './call-key.ts';
import type { CallEvents, Traced } from './call-events.ts';
import { callDataFor, callViewOf } from './call-view.ts';
import { CallerMemory, type EarlierCall } from './caller-memory.ts';
import type { Claims } from './claims.ts';
import { OfferClaims } from './offer-claims.ts';
import type { SeenEvents } from './seen-events.ts';
import { ownerOf } from './stages/own.ts';
import { EventPipeline } from './stages/pipeline.ts';
import type { DeskConfig } from './stages/walk.ts';

export interface CallDeskDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly claims: Claims;
  readonly seen: SeenEvents;
  readonly config: () => DeskConfig;
  /** Runs a rule's actions. Must start what is urgent before it first awaits. */
  readonly act: (firing: Firing) => Promise<void>;
  /** How numbers are written for people. */
  readonly showNumber: (number: string) => string;
}

/** Takes events and shows the calls they make. */
export class CallDesk {
  public readonly events = new Events<CallEvents>();
  private readonly book = new CallBook();
  private readonly memory = new CallerMemory();
  private readonly pipeline: EventPipeline;

  public constructor(private readonly deps: CallDeskDeps) {
    const { book, memory, events } = this;
    const claims = new OfferClaims(deps.claims, deps.clock, deps.log);
    this.pipeline = new EventPipeline({ ...deps, book, memory, events, claims });
  }

  /** @returns a promise where the event is held back; it resolves when it was acted on */
  public handle(event: CallEvent): void | Promise<void> {
    if (isRuleable(event)) return this.pipeline.live(event);
    if (event.kind === 'agent.state') this.agentChanged(event);
    else this.events.emit('systemChanged', event);
  }

  /** Calls of an earlier run. Before the first event. */
  public restore(calls: readonly KnownCall[]): void {
    this.book.restore(calls);
  }

  /** Calls of earlier days, oldest first. Before the first event. */
  public remember(calls: readonly { readonly number: string; readonly call: EarlierCall }[]): void {
    for (const { number, call } of calls) this.memory.put(number, call);
  }

  public dispose(): void {
    this.pipeline.dispose();
  }

  /** The calls of the current agent alone, newest first. */
  public views(): CallView[] {
    return this.book
      .mine()
      .flatMap((call) => this.viewOf(call) ?? [])
      .sort((a, b) => b.startedAt - a.startedAt);
  }

  /** One of them; undefined where it is none of the agent's. */
  public view(key: string): CallView | undefined {
    const call = this.book.mineAt(key);
    return call && this.viewOf(call);
  }

  /** What filters of rules can be for, of all calls in memory, the newest first. */
  public filterFields(): FilterFields[] {
    return this.book.newest().map(({ call }) => call.data.fields);
  }

  /**
   * Events that nothing came of and that are none of the current agent's: they are in no log. Newest first, as far as they
   * are in memory.
   *
   * @param isWanted asked first, as explaining an event takes time
   */
  public *passing(
    isWanted: (event: RuleableEvent, callKey: string) => boolean = () => true,
  ): Generator<Traced> {
    for (const call of this.book.newest()) {
      for (const event of call.events.toReversed()) {
        if (!this.pipeline.isPassing(event) || !isWanted(event, call.key)) continue;
        yield this.pipeline.explained(event, call);
      }
    }
  }

  /**
   * Runs a past event again as a test: what its rules do is marked so, and nothing is remembered.
   * @returns its trace
   */
  public replay(past: RuleableEvent): EventTrace {
    const now = this.deps.clock.now();
    const { waited: _waited, ...rest } = past;
    const event = { ...rest, id: `${past.id}~${now}`, receivedAt: now };
    return this.pipeline.apart(event, 'replay', testCallKey(now)).trace();
  }

  /**
   * The agent sends a note on a call, also on one that is long over: its rules run, the call stays as it is.
   *
   * @param callKey of that call
   * @param call all that is known of it, with the note
   * @returns the trace, when all that its rules do is done
   */
  public async note(callKey: string, call: CallData): Promise<EventTrace> {
    const now = this.deps.clock.now();
    const { source, linkedCallId } = idsOf(callKey) ?? { source: '', linkedCallId: callKey };
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
    const { trace, done } = this.pipeline.apart(event, 'note', callKey);
    await done;
    return trace();
  }

  /** Another agent is set. */
  public forgetAgent(): void {
    this.book.forgetMine();
    this.events.emit('changed');
  }

  /** The agent's identity or the sources changed: whose the known events are is worked out anew. */
  public ownAnew(): void {
    const config = this.deps.config();
    this.book.ownAnew((event, call) => ownerOf({ event, call: callDataFor(event, call) }, config));
  }

  private viewOf(call: BookedCall): CallView | undefined {
    const { agent } = this.deps.config();
    const { showNumber } = this.deps;
    const isMine = (event: RuleableEvent): boolean => this.book.isMine(event);
    const view = callViewOf(call, { agent, isMine, showNumber });
    if (view === undefined || view.endedAt !== undefined) return view;
    return { ...view, before: this.memory.before(view.data, view.key, view.startedAt) };
  }

  private agentChanged(event: AgentStateEvent): void {
    const { agent } = this.deps.config();
    this.deps.log.info('agent state', { source: event.source, state: event.state });
    const isOwn = agent !== undefined && isSameAgent(event.agent, agent);
    if (isOwn || isChangedByOther(event)) this.events.emit('agentState', event);
    if (!isOwn || !isAfterWrapUp(event.state)) return;
    for (const call of this.views()) {
      if (call.endedAt === undefined) continue;
      this.events.emit('signalled', { callKey: call.key, signal: 'wrapped-up' });
    }
  }
}

/** What a supervisor does with a colleague's status is for the log; a whole team's own breaks are not. */
const isChangedByOther = ({ agent, by }: AgentStateEvent): boolean =>
  by !== undefined && !Object.values(agent).includes(by);
