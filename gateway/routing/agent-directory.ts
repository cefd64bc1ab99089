import { isSameAgent, type AgentRef } from '../../shared/model/agent-identity.ts';
import { digitsOf } from '../../shared/numbers/plain-text.ts';
import { comparableText } from '../../shared/text/fold-text.ts';

/** An agent as the gateway's configuration lists it. */
export interface Agent extends AgentRef {
  readonly id: string;
  /** IDs or names. */
  readonly queues: readonly string[];
}

const names = ['id', 'customId', 'email', 'extension'] as const;
/** Two spellings of one telephone number always share these last digits. */
const sharedEnd = 4;

/** Finds agents among thousands by what an event says of one, or by their queue. */
export class AgentDirectory {
  private readonly byId = new Map<string, Agent>();
  private readonly byKey = new Map<string, Agent[]>();
  private readonly byQueue = new Map<string, string[]>();

  public constructor(agents: readonly Agent[]) {
    for (const agent of agents) {
      this.byId.set(agent.id, agent);
      for (const key of keysOf(agent)) append(this.byKey, key, agent);
      for (const queue of agent.queues) append(this.byQueue, comparableText(queue), agent.id);
    }
  }

  public get(id: string): Agent | undefined {
    return this.byId.get(id);
  }

  /** IDs of all agents that an event means: several where a shift shares an extension. */
  public named(ref: AgentRef): string[] {
    const likely = new Set(keysOf(ref).flatMap((key) => this.byKey.get(key) ?? []));
    return [...likely].filter((agent) => isSameAgent(agent, ref)).map(({ id }) => id);
  }

  /** @param queue its ID or its name */
  public ofQueue(queue: string): readonly string[] {
    return this.byQueue.get(comparableText(queue)) ?? [];
  }
}

/** What the gateway asks of its agents. */
export type Directory = Pick<AgentDirectory, 'get' | 'named' | 'ofQueue'>;

function keysOf(agent: AgentRef): string[] {
  const keys = names.flatMap((name) => {
    const value = agent[name];
    return value === undefined || value === '' ? [] : [`${name}:${comparableText(value)}`];
  });
  const digits = digitsOf(agent.extension ?? '');
  return digits.length < sharedEnd ? keys : [...keys, `end:${digits.slice(-sharedEnd)}`];
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
