import { triggerInfo, triggerKey } from '../dialects/triggers.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import type { Rule } from '../model/rule.ts';
import type { When } from '../model/rule-when.ts';
import type { Stage } from '../model/stage.ts';
import { comparableText } from '../text/fold-text.ts';
import { momentStages } from './match-when.ts';

/** A rule with its place among all. */
interface Entry {
  readonly place: number;
  readonly rule: Rule;
}

/** Rules that wait for the same, by the queue they are for. */
class Bucket {
  private readonly anyQueue: Entry[] = [];
  private readonly byQueue = new Map<string, Entry[]>();

  public add(entry: Entry): void {
    const { queues } = entry.rule.which;
    if (queues === undefined || queues.length === 0) {
      this.anyQueue.push(entry);
      return;
    }
    for (const name of new Set(queues.map(comparableText))) {
      const list = this.byQueue.get(name);
      if (list === undefined) this.byQueue.set(name, [entry]);
      else list.push(entry);
    }
  }

  public collect(queues: readonly string[], found: Set<Entry>): void {
    for (const entry of this.anyQueue) found.add(entry);
    for (const name of queues) for (const entry of this.byQueue.get(name) ?? []) found.add(entry);
  }
}

/** Whose calls the rules of a bucket are for. */
type Whose = Rule['which']['agent'];

interface Happened {
  readonly event: RuleableEvent;
  readonly call: CallData;
  readonly isMine: boolean;
}

/**
 * Rules by what every event says of itself: its stage or trigger, whose it is, its queue. On a feed of all agents most
 * events can start none of ten thousand rules, and that is known after looking at no rule at all.
 */
export class RuleIndex {
  private readonly buckets = new Map<string, Bucket>();

  public constructor(public readonly rules: readonly Rule[]) {
    for (const [place, rule] of rules.entries()) {
      if (!rule.enabled) continue;
      const entry = { place, rule };
      for (const key of keysOf(rule.when)) this.bucket(key, rule.which.agent).add(entry);
    }
  }

  /**
   * The rules that may run on an event, in their order. Every other one has a reason not to, which is worked out when
   * somebody asks.
   */
  public candidates({ event, call, isMine }: Happened): readonly Rule[] {
    const { queueId, queueName } = call.fields;
    const queues = [queueId, queueName].flatMap((name) =>
      name === undefined ? [] : [comparableText(name)],
    );
    const found = new Set<Entry>();
    for (const whose of whoseRules(event, isMine)) {
      this.buckets.get(`${event.stage} ${whose}`)?.collect(queues, found);
      if (event.trigger === undefined) continue;
      this.buckets.get(`${triggerKey(event.trigger)} ${whose}`)?.collect(queues, found);
    }
    if (found.size === 0) return none;
    return [...found].sort((a, b) => a.place - b.place).map(({ rule }) => rule);
  }

  private bucket(key: string, whose: Whose): Bucket {
    const name = `${key} ${whose}`;
    const known = this.buckets.get(name) ?? new Bucket();
    this.buckets.set(name, known);
    return known;
  }
}

const none: readonly Rule[] = [];

/** An event that names another agent concerns only rules for all agents. */
function whoseRules({ agent }: RuleableEvent, isMine: boolean): readonly Whose[] {
  if (isMine) return ['mine', 'served', 'any'];
  return agent === undefined ? ['served', 'any'] : ['any'];
}

/** A trigger is met by its own name, and by any event that means the same. */
function keysOf(when: When): readonly string[] {
  if ('stage' in when) return [when.stage];
  if ('moment' in when) return momentStages[when.moment];
  const stages: readonly Stage[] = triggerInfo(when.trigger)?.stages ?? [];
  return [triggerKey(when.trigger), ...new Set(stages)];
}
