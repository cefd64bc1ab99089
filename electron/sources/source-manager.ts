import { dialects } from '../../shared/dialects/dialects.ts';
import type { SourceView } from '../../shared/ipc/views.ts';
import type { AgentIdentity } from '../../shared/model/agent-identity.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import type { SecretRef } from '../../shared/model/secret.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Log } from '../ports/log.ts';
import { EventSource } from './event-source.ts';
import { subscribeMessage } from './subscribe-message.ts';
import { WebSocketTransport, type WebSocketDeps } from './websocket-transport.ts';

export interface SourceManagerDeps extends WebSocketDeps {
  readonly log: Log;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly onEvent: (event: CallEvent) => void;
  /** Called often: whoever shows the views should batch. */
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

  public constructor(private readonly deps: SourceManagerDeps) {}

  /** Starts, restarts and stops what changed, and leaves the rest connected. */
  public apply(sources: readonly Source[], agent: AgentIdentity | undefined): void {
    const wanted = new Map(
      sources.filter(({ enabled }) => enabled).map((source) => [source.id, source]),
    );
    for (const [id, { fingerprint, source }] of this.running) {
      const definition = wanted.get(id);
      if (definition !== undefined && this.fingerprint(definition, agent) === fingerprint) continue;
      source.stop();
      this.running.delete(id);
    }
    for (const [id, definition] of wanted) {
      if (this.running.has(id)) continue;
      const source = this.create(definition, agent);
      this.running.set(id, { fingerprint: this.fingerprint(definition, agent), source });
      source.start();
    }
    this.deps.onChange();
  }

  public probe(): void {
    for (const { source } of this.running.values()) source.probe();
  }

  public stop(): void {
    for (const { source } of this.running.values()) source.stop();
    this.running.clear();
  }

  public views(): SourceView[] {
    return [...this.running.values()].map(({ source }) => source.view());
  }

  private create(definition: Source, agent: AgentIdentity | undefined): EventSource {
    const { transport } = definition;
    const settings = {
      url: transport.url,
      headers: this.headers(definition),
      subscribe: subscribeMessage(transport.subscribe, agent),
    };
    return new EventSource({
      id: definition.id,
      name: definition.name,
      dialect: dialects[definition.dialect],
      feed: definition.feed ?? {},
      log: this.deps.log,
      createTransport: (handlers) => new WebSocketTransport(settings, this.deps, handlers),
      onEvent: this.deps.onEvent,
      onChange: this.deps.onChange,
    });
  }

  private headers({ transport }: Source): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const [name, ref] of Object.entries(transport.headers)) {
      const value = this.deps.revealSecret(ref);
      if (value !== undefined) headers[name] = value;
    }
    const token = transport.token && this.deps.revealSecret(transport.token);
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    return headers;
  }

  private fingerprint(definition: Source, agent: AgentIdentity | undefined): string {
    return JSON.stringify([definition, agent, this.headers(definition)]);
  }
}
