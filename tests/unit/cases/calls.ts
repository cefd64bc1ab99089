import { expect } from 'vitest';
import { mappingRecipes } from '../../../shared/dialects/mapping-recipes.ts';
import { textsOf, type Check, type PublicCase } from '../../support/cases.ts';
import { deskRun } from '../../support/desk-run.ts';
import { callEvent } from '../../support/events.ts';
import { liveSource } from '../../support/live-source.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';

/** The events of each message, as they come from the wire. */
async function eventsOf(one: PublicCase, texts = textsOf(one)): Promise<CallEvent[][]> {
  const source = liveSource(one.dialect);
  const events: CallEvent[][] = [];
  for (const [index, text] of texts.entries())
    events.push(await source.read(text, Date.now() + index));
  expect(source.refused()).toBe('');
  return events;
}

/** Yeastar's statuses of one member: the desk's stage after each. */
const stagesOfMember: Check = async (one) => {
  const recipe = mappingRecipes.find(({ name }) => name === 'yeastar-p-series');
  const source = liveSource('mapping', { mapping: recipe?.expression ?? '' });
  const run = deskRun({ agent: { extension: '2002' }, stages: ['held', 'answered'] });
  const seen: (string | undefined)[] = [];
  for (const [index, status] of textsOf(one).entries()) {
    const members = [
      { inbound: { from: '+12025550143', to: '+12025550100', member_status: 'ANSWER' } },
      { extension: { number: '2002', channel_id: 'x', member_status: status } },
    ];
    const frame = { type: 30011, msg: JSON.stringify({ call_id: '1', members }) };
    run.take(await source.read(JSON.stringify(frame), Date.now() + index));
    seen.push(run.desk.views()[0]?.stage);
  }
  expect(seen).toEqual(['ringing', 'answered', 'held', 'answered', 'held']);
  expect(run.fired().map(([stage]) => stage)).toEqual(['answered', 'held', 'held']);
};

const ringsTwice: Check = async (one) => {
  const events = await eventsOf(one);
  const [run, again] = [deskRun(), deskRun()];
  for (const some of events) run.take(some);
  expect(run.popups()).toHaveLength(2);
  // The same ring told twice is one.
  for (const some of events) {
    again.take(some);
    again.take(some);
  }
  expect(again.popups()).toHaveLength(2);
};

const idUsedAgain: Check = async (one) => {
  const run = deskRun();
  for (const events of await eventsOf(one)) run.take(events);
  expect(run.fired()).toEqual([
    ['ringing', '+12025550143'],
    ['ringing', '+13035550199'],
  ]);
  expect(run.desk.views().map(({ caller, outcome }) => [caller.number, outcome])).toEqual([
    ['+13035550199', 'running'],
    ['+12025550143', 'missed'],
  ]);
};

const attendedTransfer: Check = async (one) => {
  const run = deskRun({ stages: ['ringing', 'transferred'] });
  for (const events of await eventsOf(one)) run.take(events);
  expect(run.fired()).toEqual([
    ['ringing', '102'],
    ['transferred', '+12025550143'],
  ]);
  expect(run.desk.views().map(({ caller }) => caller)).toEqual([
    { name: '', number: '+12025550143' },
  ]);
};

const twoDevices: Check = async (one) => {
  const run = deskRun({ stages: ['ringing', 'missed', 'hangup'] });
  const signals: string[] = [];
  run.desk.events.on('signalled', ({ signal }) => signals.push(signal));
  for (const events of await eventsOf(one)) run.take(events);
  expect(run.fired()).toEqual([['ringing', '+12025550143']]);
  expect(run.desk.views()).toMatchObject([{ stage: 'answered', outcome: 'running' }]);
  expect(signals).toEqual([]);
};

const opensNothing: Check = async (one) => {
  const run = deskRun();
  for (const events of await eventsOf(one)) run.take(events);
  expect(run.fired()).toEqual([]);
};

const opensOne: Check = async (one) => {
  const run = deskRun({ agent: { extension: '1004' } });
  for (const events of await eventsOf(one)) run.take(events);
  expect(run.fired()).toEqual([['ringing', '+12025550143']]);
  const [firing] = run.firings;
  if (one.name !== 'lists in a CloudEvent') return;
  expect(firing?.call.fields).toMatchObject({ tags: 'vip', callFlow: '[{"step":"menu"}]' });
  expect(firing?.call.ext).toMatchObject({ tags: ['vip'], callFlow: [{ step: 'menu' }] });
};

const twoCalls: Check = async (one) => {
  // The frames are a call's data alone.
  const texts = textsOf(one).map((data, index) =>
    JSON.stringify({ ...callEvent('ringing'), id: String(index) }).replace(
      /"data":\{"callId":"[^"]*"/,
      `"data":${data.slice(0, -1)}`,
    ),
  );
  const run = deskRun();
  for (const events of await eventsOf(one, texts)) run.take(events);
  expect(run.firings.map(({ call }) => call.fields.callId)).toEqual([
    '1524831183200260097',
    '1524831183200260101',
  ]);
  expect(run.desk.views()).toHaveLength(2);
};

const runsForEachKey: Check = async (one) => {
  const texts = textsOf(one).map((dtmf, index) =>
    JSON.stringify(callEvent(one.stage ?? '', { dtmf }, String(index))),
  );
  const run = deskRun({ stages: [one.stage ?? ''] });
  for (const events of await eventsOf(one, texts)) run.take(events);
  expect(run.firings.map(({ call }) => call.fields.dtmf)).toEqual(['1', '2', '9']);
};

/** Whose call it is, and how often it opens. */
export const callChecks: Readonly<Record<string, Check>> = {
  'hold twice, no times': stagesOfMember,
  'ringing again after no answer, one leg id': ringsTwice,
  'call id used again': idUsedAgain,
  'attended transfer': attendedTransfer,
  'two devices, one misses': twoDevices,
  'ring after hangup': opensNothing,
  'lists in a CloudEvent': opensOne,
  'empty synonym': opensOne,
  'call ids over 2^53': twoCalls,
  'one rule run per key': runsForEachKey,
};
