import { CallDesk } from '../../electron/features/calls/call-desk.ts';
import { Claims } from '../../electron/features/calls/claims.ts';
import { SeenEvents } from '../../electron/features/calls/seen-events.ts';
import type { Firing } from '../../electron/features/rules/index.ts';
import { dialects } from '../../shared/dialects/dialects.ts';
import type { JsonValue } from '../../shared/json/json-value.ts';
import type { AgentIdentity } from '../../shared/model/agent-identity.ts';
import type { Feed, KnownDialectName } from '../../shared/model/feed.ts';
import type { EventTrace } from '../../shared/model/log-entry.ts';
import { ruleSchema, type Rule } from '../../shared/model/rule.ts';
import { sourceSchema } from '../../shared/model/source.ts';
import { english } from '../../shared/text/english.ts';
import { FakeClock } from './fake-clock.ts';

/** A rule that sends a webhook, but for what is said of it. */
export const ruleWith = (rest: Readonly<Record<string, unknown>>): Rule =>
  ruleSchema.parse({
    id: 'rule',
    name: 'Rule',
    actions: [{ do: 'send', webhook: 'hook' }],
    ...rest,
  });

interface Options {
  readonly dialect: KnownDialectName;
  readonly rules: readonly Rule[];
  readonly feed?: Feed;
  readonly agent?: AgentIdentity;
}

/** The real calls and rules on payloads of one phone system, with what they fire. */
export function ruleDesk({ dialect, rules, feed = {}, agent }: Options) {
  const clock = new FakeClock();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const firings: Firing[] = [];
  const traces: EventTrace[] = [];
  const written: string[] = [];
  const transport = { type: 'websocket', url: 'wss://pbx.example.com/' };
  const source = sourceSchema.parse({ id: 'pbx', name: 'PBX', dialect, feed, transport });
  const seen = { newest: () => Promise.resolve([]), add: () => Promise.resolve() };
  const desk = new CallDesk({
    clock,
    log,
    seen: new SeenEvents(seen, clock, log),
    claims: new Claims({
      since: () => Promise.resolve([]),
      add: (key) => Promise.resolve(void written.push(key)),
    }),
    config: () => ({ agent, rules, sources: [source] }),
    act: (firing) => Promise.resolve(void firings.push(firing)),
    showNumber: (number) => number,
  });
  desk.events.on('traced', ({ whole }) => traces.push(whole()));
  /** A payload as it comes; `of` is what this one feed says of it. @returns names of the rules it fired */
  const receive = (payload: JsonValue, of: Feed = {}): string[] => {
    const context = { source: 'pbx', receivedAt: clock.now(), feed: { ...feed, ...of } };
    const decoded = dialects[dialect].decode(payload, context);
    if (!decoded.ok) throw new Error(english(decoded.problem.message));
    const before = firings.length;
    for (const event of decoded.value) {
      const told = traces.length;
      void desk.handle(event);
      // Of what nothing came of, the desk tells nothing: it is in memory.
      const [passing] = desk.passing();
      if (traces.length === told && passing !== undefined) traces.push(passing.whole());
    }
    return firings.slice(before).map(({ rule }) => rule.name);
  };
  return { desk, receive, firings, traces, written, clock };
}
