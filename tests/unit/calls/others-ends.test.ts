import { expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json/json-value.ts';
import { callEvent } from '../../support/events.ts';
import { ruleDesk, ruleWith } from '../../support/rule-desk.ts';

/** Calls of a colleague on a desk with a rule for all agents in one queue. */
function run() {
  const rule = ruleWith({ when: { stage: 'ringing' }, which: { agent: 'any', queues: ['Sales'] } });
  const desk = ruleDesk({ dialect: 'cloudevents', rules: [rule] });
  const ringAndMiss = (queue: string): void => {
    for (const stage of ['ringing', 'missed']) {
      const data = { callId: queue, queue: { name: queue }, agent: { id: '84' } };
      desk.receive(callEvent(stage, data) as JsonObject);
      desk.clock.advance(1_000);
    }
  };
  return { ...desk, ringAndMiss };
}

it('writes nothing of a colleague’s calls that no rule acts on', () => {
  const { ringAndMiss, written, firings } = run();
  for (let ring = 0; ring < 5; ring += 1) ringAndMiss('Billing');
  expect(firings).toHaveLength(0);
  expect(written).toEqual([]);
});

it('knows a second ring of a call that a rule has acted on as another offer', () => {
  const { ringAndMiss, written, firings } = run();
  ringAndMiss('Sales');
  ringAndMiss('Sales');
  expect(firings).toHaveLength(2);
  expect(written.filter((key) => key.startsWith('["end"'))).toHaveLength(2);
});
