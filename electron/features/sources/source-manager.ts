import type { SignInView, SourceView } from '../../../shared/contract/source-views.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Log } from '../../platform/logging/log.ts';
import { EventSource } from './event-source.ts';
import { asksFor, missingPlaceholders, wildPlaceholders } from './fill-template.ts';
import { frameDecoder } from '../../../shared/mappings/frame-decoder.ts';
import type { MappingEvaluator } from '../../../shared/mappings/mapping-evaluator.ts';
import type { TransportFor } from './transport-factory.ts';
import { isGateway } from './websocket-plan.ts';
import { message, type Message } from '../../../shared/text/message.ts';

export interface SourceManagerDeps {
  readonly log: Log;
  readonly transportFor: TransportFor;
  readonly createEvaluator: () => MappingEvaluator;
  /** What the agent has to do for a source's sign-in. */
  readonly signInOf: (sourceId: string) => SignInView | undefined;
  /** The secrets a definition uses, so that a changed token means a restart. */
  readonly secretsOf: (definition: Source) => readonly (string | undefined)[];
  /** A promise resolves when the event was acted on. */
  readonly onEvent: (event: CallEvent) => void | Promise<void>;
  /** Keeps the id of a source's last event, for the subscribe message after a reconnect. */
  readonly rememberEvent: (sourceId: string, eventId: string) => void;
  /** Something about a source that a person should know. */
  readonly onNotice: (said: Message) => void;
  /** Called often: consumers should batch. */
  readonly onChange: () => void;
}

interface Running {
  /** The definition, agent and secrets it was started with; another one means a restart. */
  readonly fingerprint: string;
  readonly source: EventSource;
}

/** Keeps exactly the configured sources running. */
export class SourceManager {
  private readonly running = new Map<string, Running>();
  /** Sources that lack something on this computer, with a sentence. */
  private readonly waiting = new Map<string, { definition: Source; problem: Message }>();
  /** Notes that were told: each source says the same thing once, not with every event. */
  private readonly told = new Set<string>();

  public constructor(private readonly deps: SourceManagerDeps) {}

  /** Starts, restarts and stops what changed, and leaves the rest connected. */
  public apply(sources: readonly Source[], agent: AgentIdentity | undefined): void {
    const wanted = new Map(
      sources.filter(({ enabled }) => enabled).map((source) => [source.id, source]),
    );
    this.waiting.clear();
    for (const [id, { fingerprint, source }] of this.running) {
      const definition = wanted.get(id);
      if (definition !== undefined && this.fingerprint(definition, agent) === fingerprint) continue;
      source.stop();
      this.running.delete(id);
    }
    for (const [id, definition] of wanted) {
      if (this.running.has(id)) continue;
      const problem = this.whatIsMissing(definition, agent);
      if (problem !== undefined) {
        this.waiting.set(id, { definition, problem });
        continue;
      }
      const source = this.create(definition, agent);
      this.running.set(id, { fingerprint: this.fingerprint(definition, agent), source });
      source.start();
    }
    this.deps.onChange();
  }

  public probe(): void {
    for (const { source } of this.running.values()) source.probe();
  }

  /** Connects without waiting for the next attempt. */
  public connect(id: string): void {
    this.running.get(id)?.source.probe();
  }

  public stop(): void {
    for (const { source } of this.running.values()) source.stop();
    this.running.clear();
  }

  /** The last message of a source as it came; undefined where there was none. */
  public lastMessage(id: string): string | undefined {
    return this.running.get(id)?.source.lastMessage();
  }

  public views(): SourceView[] {
    return [
      ...[...this.running].map(([id, { source }]) => ({
        ...source.view(),
        signIn: this.deps.signInOf(id),
      })),
      ...[...this.waiting.values()].map(viewOfWaiting),
    ];
  }

  private create(definition: Source, agent: AgentIdentity | undefined): EventSource {
    const { transport } = definition;
    const resumesById =
      transport.type === 'websocket' &&
      (isGateway(transport) ||
        asksFor('lastEventId', transport.url, transport.subscribe, transport.snapshot));
    return new EventSource({
      id: definition.id,
      name: definition.name,
      isCalled: transport.type === 'http',
      decoder: frameDecoder(definition, this.deps.createEvaluator),
      feed: definition.feed ?? {},
      log: this.deps.log,
      createTransport: this.deps.transportFor(definition, agent),
      onEvent: this.deps.onEvent,
      onHandled: (eventId) => {
        if (resumesById) this.deps.rememberEvent(definition.id, eventId);
      },
      onNote: (note) => this.tell(definition, note),
      onChange: this.deps.onChange,
    });
  }

  private tell({ id, name }: Source, note: Message): void {
    const key = JSON.stringify([id, note.id]);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.deps.onNotice(message('sources.note', { source: name, note }));
  }

  private whatIsMissing(definition: Source, agent: AgentIdentity | undefined): Message | undefined {
    // Without its secret a source would knock with empty hands, and may get the account locked.
    if (this.deps.secretsOf(definition).includes(undefined)) {
      return message('problem.source.secretMissing');
    }
    // An address or topic with a gap could mean all agents, or nobody.
    const { transport } = definition;
    const signsIn = transport.type === 'websocket' && transport.companySignIn === true;
    const missing = missingPlaceholders([transport, signsIn ? '${agent.id}' : ''], agent);
    if (missing.length > 0) {
      return message('problem.source.identityMissing', { names: missing.join(', ') });
    }
    const wild = transport.type === 'websocket' ? [] : wildPlaceholders(transport, agent);
    return wild.length === 0
      ? undefined
      : message('problem.source.identityWildcard', { names: wild.join(', ') });
  }

  private fingerprint(definition: Source, agent: AgentIdentity | undefined): string {
    return JSON.stringify([definition, agent, this.deps.secretsOf(definition)]);
  }
}

const viewOfWaiting = (waiting: { definition: Source; problem: Message }): SourceView => ({
  id: waiting.definition.id,
  name: waiting.definition.name,
  phase: 'stopped',
  isCalled: waiting.definition.transport.type === 'http',
  problem: waiting.problem,
  received: 0,
  rejected: 0,
  lastRejection: null,
});
