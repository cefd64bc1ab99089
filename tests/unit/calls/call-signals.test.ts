import { expect, it } from 'vitest';
import { isAfterWrapUp, signalsOf } from '../../../shared/calls/call-signals.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import { callFactSchema, callStageSchema, type Stage } from '../../../shared/model/stage.ts';

type Who = 'ada' | 'grace' | 'call';

/** Events of one call in order: "ringing ada", "answered grace" … Without a name: the call as a whole. */
function signals(...steps: `${Stage} ${Who}`[]): string[] {
  const events = steps.map((step, index): RuleableEvent => {
    const [stage = '', who = ''] = step.split(' ');
    const common = {
      id: `e${index}`,
      source: 's',
      linkedCallId: 'c',
      occurredAt: index,
      receivedAt: index,
      scope: who === 'call' ? ('call' as const) : ('agent' as const),
      agent: who === 'call' ? undefined : { id: who },
      call: { fields: {}, custom: {}, ext: {} },
    };
    const fact = callFactSchema.safeParse(stage);
    return fact.success
      ? { ...common, kind: 'call.fact', stage: fact.data }
      : { ...common, kind: 'call.state', stage: callStageSchema.parse(stage) };
  });
  const last = events.at(-1);
  return last === undefined ? [] : signalsOf(last, events, ({ agent }) => agent?.id === 'ada');
}

it('tells when a colleague took what rang here', () => {
  expect(signals('ringing ada', 'ringing grace', 'answered grace')).toEqual(['elsewhere']);
  expect(signals('ringing ada', 'missed ada', 'ringing grace', 'answered grace')).toEqual([
    'elsewhere',
  ]);
});

it('takes nothing away that is this agent’s', () => {
  expect(signals('ringing ada', 'answered ada', 'answered grace')).toEqual([]);
  expect(signals('answered grace', 'ringing ada', 'bridged grace')).toEqual([]);
  expect(signals('ringing grace', 'answered grace')).toEqual([]);
});

it('tells the end of the call for this agent, and the end of the work after it', () => {
  expect(signals('ringing ada', 'missed grace')).toEqual([]);
  expect(signals('ringing ada', 'missed ada')).toEqual(['ended']);
  expect(signals('answered ada', 'hangup call')).toEqual(['ended']);
  expect(signals('answered ada', 'hangup call', 'disposition ada')).toEqual(['wrapped-up']);
  expect(signals('answered ada', 'wrapup ada', 'hangup call')).toEqual(['ended', 'wrapped-up']);
});

it('knows the states of an agent who still works on the call before', () => {
  for (const state of ['Wrap-up', 'ACW', 'after call work', 'After-Call', 'processing']) {
    expect(isAfterWrapUp(state), state).toBe(false);
  }
  for (const state of ['Ready', 'available', 'Break', 'offline']) {
    expect(isAfterWrapUp(state), state).toBe(true);
  }
});
