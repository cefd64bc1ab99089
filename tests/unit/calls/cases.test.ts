import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { jsonValueSchema, type JsonValue } from '../../../shared/json/json-value.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { knownDialectNames } from '../../../shared/model/feed.ts';
import { deskRun } from '../../support/desk-run.ts';

/** From public reports: tests/fixtures/cases/calls.json says from which. */
const cases = z
  .array(
    z.looseObject({
      name: z.string(),
      dialect: z.enum(knownDialectNames).default('cloudevents'),
      frames: z.union([z.string(), z.array(jsonValueSchema)]),
    }),
  )
  .parse(JSON.parse(readFileSync('tests/fixtures/cases/calls.json', 'utf8')));

function framesOf(name: string): CallEvent[][] {
  const one = cases.find((some) => some.name === name);
  if (one === undefined || typeof one.frames === 'string') throw new Error(`no case ${name}`);
  return one.frames.map((frame: JsonValue, index) => {
    const context = { source: 'pbx', receivedAt: Date.now() + index, feed: {} };
    const decoded = dialects[one.dialect].decode(frame, context);
    if (!decoded.ok) throw new Error(decoded.problem.message.id);
    return decoded.value;
  });
}

it('pops again when a call without ids and times rings after it was missed', () => {
  const run = deskRun();
  for (const events of framesOf('ringing again after no answer, one leg id')) run.take(events);
  expect(run.fired()).toHaveLength(2);
  // The same ring told twice is one.
  const again = deskRun();
  for (const events of framesOf('ringing again after no answer, one leg id')) {
    again.take(events);
    again.take(events);
  }
  expect(again.fired()).toHaveLength(2);
});

it('shows the new customer of a call id that is used again', () => {
  const run = deskRun();
  for (const events of framesOf('call id used again')) run.take(events);
  expect(run.fired()).toEqual([
    ['ringing', '+12025550143'],
    ['ringing', '+13035550199'],
  ]);
  expect(run.desk.views().map(({ caller, outcome }) => [caller.number, outcome])).toEqual([
    ['+13035550199', 'running'],
    ['+12025550143', 'missed'],
  ]);
});

it('shows the customer after an attended transfer', () => {
  const run = deskRun({ stages: ['ringing', 'transferred'] });
  for (const events of framesOf('attended transfer')) run.take(events);
  expect(run.fired()).toEqual([
    ['ringing', '102'],
    ['transferred', '+12025550143'],
  ]);
  expect(run.desk.views().map(({ caller }) => caller)).toEqual([
    { name: '', number: '+12025550143' },
  ]);
});

it('takes two phones of one agent as one call', () => {
  const run = deskRun({ stages: ['ringing', 'missed', 'hangup'] });
  const signals: string[] = [];
  run.desk.events.on('signalled', ({ signal }) => signals.push(signal));
  for (const events of framesOf('two devices, one misses')) run.take(events);
  expect(run.fired()).toEqual([['ringing', '+12025550143']]);
  expect(run.desk.views()).toMatchObject([{ stage: 'answered', outcome: 'running' }]);
  expect(signals).toEqual([]);
});

it('opens nothing for a ring that comes after the end of its call', () => {
  const run = deskRun();
  for (const events of framesOf('ring after hangup')) run.take(events);
  expect(run.fired()).toEqual([]);
});
