import { CallDesk } from '../../electron/features/calls/call-desk.ts';
import { Claims } from '../../electron/features/calls/claims.ts';
import { SeenEvents } from '../../electron/features/calls/seen-events.ts';
import type { Firing } from '../../electron/features/rules/index.ts';
import type { AgentIdentity } from '../../shared/model/agent-identity.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import { ruleSchema, type Rule } from '../../shared/model/rule.ts';
import { sourceSchema, type Source } from '../../shared/model/source.ts';
import { ada } from './events.ts';
import { FakeClock } from './fake-clock.ts';

interface Setting {
  /** The stages its rules wait for, one rule each. */
  readonly stages?: readonly string[];
  /** Of each of these rules. */
  readonly which?: Record<string, unknown>;
  readonly agent?: AgentIdentity;
  readonly carries?: 'all-agents' | 'this-agent';
}

/** A desk with rules, on a clock of the test's own: what fires, and what is shown. */
export function deskRun({ stages = ['ringing'], which = {}, agent = ada, carries }: Setting = {}) {
  const clock = new FakeClock();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const firings: Firing[] = [];
  const rules = stages.map((stage): Rule =>
    ruleSchema.parse({
      id: stage,
      name: stage,
      when: { stage },
      which,
      actions: [{ do: 'popup', popup: 'crm' }],
    }),
  );
  const sources: Source[] = [
    sourceSchema.parse({
      id: 'pbx',
      name: 'PBX',
      transport: { type: 'websocket', url: 'ws://127.0.0.1' },
      ...(carries && { carries }),
    }),
  ];
  const desk = new CallDesk({
    clock,
    log,
    seen: new SeenEvents(
      { newest: () => Promise.resolve([]), add: () => Promise.resolve() },
      clock,
      log,
    ),
    claims: new Claims({ since: () => Promise.resolve([]), add: () => Promise.resolve() }),
    config: () => ({ agent, rules, sources }),
    act(firing) {
      firings.push(firing);
      return Promise.resolve();
    },
    showNumber: (number) => number,
  });
  return {
    clock,
    desk,
    firings,
    take: (events: readonly CallEvent[]): void => {
      for (const event of events) void desk.handle(event);
    },
    /** What fired, in order: the stage and the caller's number that the popup gets. */
    fired: (): [stage: string, number: string][] =>
      firings.map(({ rule, call }) => [rule.id, call.fields.callerNumber ?? '']),
    popups: (): Firing[] => firings.filter(({ popupOpened }) => !popupOpened),
  };
}
