import { expect, it } from 'vitest';
import { deskRun } from '../../support/desk-run.ts';
import { liveSource } from '../../support/live-source.ts';

const ada = { id: '83', extension: '1004' };
const bob = { id: '84', extension: '1005' };
const N = '+12025550143';
const M = '+13035550199';

/** At which second the source says it happened; null: without a time. */
type Step = readonly [stage: string, second: number | null, data?: object, id?: string];

interface Outcome {
  /** What fired, with the caller that it got. */
  readonly fired?: readonly string[];
  /** The calls on the desk: stage/outcome and caller. */
  readonly views?: readonly string[];
  readonly signals?: readonly string[];
}

const began = Date.parse('2026-11-26T10:00:00Z');

/** Ada's desk after these events, as they come from the wire one after the other. */
async function run(steps: readonly Step[], stages: readonly string[] = ['ringing']) {
  const source = liveSource('cloudevents');
  const { desk, take, fired } = deskRun({ stages });
  const signals: string[] = [];
  desk.events.on('signalled', ({ signal }) => signals.push(signal));
  for (const [index, [stage, second, data = {}, id = `e${index}`]] of steps.entries()) {
    const event = {
      ...{ specversion: '1.0', source: 'pbx', type: `call.${stage}`, id },
      ...(second !== null && { time: new Date(began + second * 1000).toISOString() }),
      data: { callId: 'c', agent: ada, ...data },
    };
    take(await source.read(JSON.stringify(event), began + index * 10));
  }
  expect(source.refused()).toBe('');
  const views = desk.views().map((one) => `${one.stage}/${one.outcome} ${one.caller.number}`);
  return { fired: fired().map((one) => one.join(' ')), views, signals };
}

it.each<[what: string, steps: Step[], outcome: Outcome, stages?: string[]]>([
  [
    'every event twice',
    [
      ['ringing', 0, { callerNumber: N }, 'a'],
      ['ringing', 0, { callerNumber: N }, 'a'],
      ['answered', 5, {}, 'b'],
      ['answered', 5, {}, 'b'],
      ['hangup', 9, {}, 'c'],
      ['hangup', 9, {}, 'c'],
    ],
    { fired: [`ringing ${N}`], views: [`hangup/answered ${N}`] },
  ],
  [
    'events in reverse order',
    [
      ['hangup', 9, {}, 'c'],
      ['answered', 5, {}, 'b'],
      ['ringing', 0, { callerNumber: N }, 'a'],
    ],
    { fired: [], views: [`hangup/answered ${N}`] },
  ],
  [
    'one second, in reverse order',
    [
      ['hangup', 3, {}],
      ['answered', 3, {}],
      ['ringing', 3, { callerNumber: N }],
    ],
    { fired: [], views: [`hangup/answered ${N}`] },
  ],
  [
    'one second, the answer first',
    [
      ['answered', 3, {}],
      ['ringing', 3, { callerNumber: N }],
    ],
    { views: [`answered/running ${N}`] },
  ],
  [
    'an ID used again after 30 seconds',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 2],
      ['hangup', 5],
      ['ringing', 35, { callerNumber: M }],
    ],
    { fired: [`ringing ${N}`, `ringing ${M}`] },
  ],
  [
    'an ID used again by the same customer',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 2],
      ['hangup', 5],
      ['ringing', 35, { callerNumber: N }],
    ],
    { fired: [`ringing ${N}`, `ringing ${N}`] },
  ],
  [
    'an ID used again, without a number',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 2],
      ['hangup', 5],
      ['ringing', 1800, {}],
    ],
    { fired: [`ringing ${N}`, 'ringing '] },
  ],
  [
    'an ID used again, the end was lost',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 2],
      ['ringing', 1800, { callerNumber: M }],
    ],
    { fired: [`ringing ${N}`, `ringing ${M}`] },
  ],
  [
    'an ID used again, the miss was lost',
    [
      ['ringing', 0, { callerNumber: N }],
      ['ringing', 1800, { callerNumber: M }],
    ],
    { fired: [`ringing ${N}`, `ringing ${M}`] },
  ],
  [
    'a blind transfer to this agent',
    [
      ['ringing', 0, { callerNumber: N, agent: bob }],
      ['answered', 2, { agent: bob }],
      ['transferred', 10, { agent: bob }],
      ['hangup', 10, { agent: bob }],
      ['ringing', 11, { callerNumber: N }],
    ],
    { fired: [`ringing ${N}`] },
  ],
  [
    'a blind transfer that names the colleague as caller',
    [
      ['ringing', 0, { callerNumber: N, agent: bob }],
      ['answered', 2, { agent: bob }],
      ['transferred', 10, { agent: bob }],
      ['ringing', 11, { callerNumber: '1005' }],
    ],
    { fired: [`ringing ${N}`] },
  ],
  [
    'a consultation, then the customer',
    [
      ['ringing', 0, { callerNumber: '1005', contactName: 'Bob' }],
      ['answered', 3],
      ['transferred', 9, { callerNumber: N, contactName: 'Grace' }],
    ],
    { fired: ['ringing 1005', `transferred ${N}`], views: [`transferred/running ${N}`] },
    ['ringing', 'transferred'],
  ],
  [
    'a consultation ends by its own leg',
    [
      ['ringing', 0, { callerNumber: N, callUniqueId: 'l1' }],
      ['answered', 2, { callUniqueId: 'l1' }],
      ['ringing', 9, { callUniqueId: 'l2', agent: bob, callerNumber: '1004' }],
      ['answered', 10, { callUniqueId: 'l2', agent: bob }],
      ['hangup', 15, { callUniqueId: 'l2', agent: bob }],
    ],
    { views: [`answered/running ${N}`], signals: [] },
  ],
  [
    'two devices, and both miss',
    [
      ['ringing', 0, { callerNumber: N, callUniqueId: '1' }],
      ['ringing', 0, { callerNumber: N, callUniqueId: '2' }],
      ['missed', 4, { callUniqueId: '1' }],
      ['missed', 5, { callUniqueId: '2' }],
    ],
    { fired: [`ringing ${N}`], views: [`missed/missed ${N}`] },
  ],
  [
    'two devices, the second rings after the answer',
    [
      ['ringing', 0, { callerNumber: N, callUniqueId: '1' }],
      ['answered', 2, { callUniqueId: '1' }],
      ['ringing', 2.5, { callerNumber: N, callUniqueId: '2' }],
      ['missed', 3, { callUniqueId: '2' }],
    ],
    { fired: [`ringing ${N}`], views: [`answered/running ${N}`] },
  ],
  [
    'two devices, the one that only rang hangs up',
    [
      ['ringing', 0, { callerNumber: N, callUniqueId: '1' }],
      ['ringing', 0, { callerNumber: N, callUniqueId: '2' }],
      ['answered', 3, { callUniqueId: '2' }],
      ['hangup', 3, { callUniqueId: '1' }],
      ['hangup', 60, { callUniqueId: '2' }],
    ],
    { fired: [`ringing ${N}`], views: [`hangup/answered ${N}`] },
  ],
  [
    'a ring by a clock that is ten minutes slow',
    [['ringing', -600, { callerNumber: N }, 'r']],
    { fired: [`ringing ${N}`] },
  ],
  [
    'a ring after the end of the whole call',
    [
      ['hangup', 9, { agent: null, scope: 'call' }],
      ['ringing', 0, { callerNumber: N }],
    ],
    { fired: [] },
  ],
  [
    'a queue rings again',
    [
      ['queued', 0, { agent: null, callerNumber: N }],
      ['ringing', 1, { callerNumber: N }],
      ['missed', 10],
      ['ringing', 20, { callerNumber: N }],
      ['answered', 22],
    ],
    { fired: [`ringing ${N}`, `ringing ${N}`], views: [`answered/running ${N}`] },
  ],
  [
    'a queue rings a colleague, then this agent',
    [
      ['ringing', 1, { callerNumber: N, agent: bob }],
      ['missed', 10, { agent: bob }],
      ['ringing', 11, { callerNumber: N }],
    ],
    { fired: [`ringing ${N}`] },
  ],
  [
    'a ring-all that a colleague answers',
    [
      ['ringing', 1, { callerNumber: N }],
      ['ringing', 1, { callerNumber: N, agent: bob }],
      ['answered', 4, { agent: bob }],
      ['missed', 4],
    ],
    { fired: [`ringing ${N}`] },
  ],
  [
    'two holds without times',
    [
      ['ringing', null, { callerNumber: N }],
      ['answered', null],
      ['held', null],
      ['active', null],
      ['held', null],
    ],
    { fired: ['held ' + N, 'held ' + N], views: [`held/running ${N}`] },
    ['held'],
  ],
  [
    'IDs that differ in case and outer spaces',
    [
      ['ringing', 0, { callerNumber: N, callId: ' C ' }],
      ['answered', 2, { callId: 'C' }],
      ['ringing', 3, { callId: 'c', callerNumber: M }],
    ],
    { fired: [`ringing ${N}`, `ringing ${M}`] },
  ],
  [
    'a clock that is a day fast',
    [
      ['ringing', 86300, { callerNumber: N }],
      ['answered', 86302],
      ['hangup', 86310],
    ],
    { fired: [`ringing ${N}`], views: [`hangup/answered ${N}`] },
  ],
  [
    'a clock that is a day slow',
    [
      ['ringing', -86400, { callerNumber: N }],
      ['answered', -86398],
    ],
    { fired: [`ringing ${N}`], views: [`answered/running ${N}`] },
  ],
  [
    'times of the year 2540',
    [
      ['ringing', 1.8e10, { callerNumber: N }],
      ['answered', 1.8e10 + 2],
      ['hangup', 1.8e10 + 9],
    ],
    { fired: [`ringing ${N}`], views: [`hangup/answered ${N}`] },
  ],
  [
    'a withheld number that is named later',
    [
      ['ringing', 0, { callerNumber: 'anonymous' }],
      ['answered', 3, { callerNumber: N }],
    ],
    { fired: ['ringing '], views: [`answered/running ${N}`] },
  ],
  [
    'a number in another spelling',
    [
      ['ringing', 0, { callerNumber: '+31201234567', contactName: 'Grace' }],
      ['answered', 3, { callerNumber: '0201234567' }],
    ],
    { views: ['answered/running +31201234567'] },
  ],
  [
    'a colleague joins and leaves',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 1],
      ['answered', 9, { agent: bob }],
      ['hangup', 20, { agent: bob }],
    ],
    { views: [`answered/running ${N}`], signals: [] },
  ],
  [
    'an end that names no agent',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 1],
      ['hangup', 20, { agent: null }],
    ],
    { views: [`hangup/answered ${N}`], signals: ['ended'] },
  ],
  [
    'a disposition after wrap-up',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 1],
      ['hangup', 20],
      ['wrapup', 21],
      ['disposition', 40, { disposition: 'sold' }],
    ],
    { fired: ['disposition ' + N], signals: ['ended', 'ended', 'wrapped-up'] },
    ['disposition'],
  ],
  [
    'a colleague’s ring that is picked up here',
    [
      ['ringing', 0, { callerNumber: N, agent: bob }],
      ['answered', 3, {}],
      ['missed', 3, { agent: bob }],
    ],
    { fired: [`answered ${N}`], views: [`answered/running ${N}`] },
    ['ringing', 'answered'],
  ],
  [
    'an outgoing call with the own number as caller',
    [
      ['ringing', 0, { direction: 'outbound', callerNumber: '1004', calledNumber: N }],
      ['answered', 5, { direction: 'outbound', callerNumber: '1004', calledNumber: N }],
    ],
    { views: [`answered/running ${N}`] },
  ],
  [
    'a call that is handed back',
    [
      ['ringing', 0, { callerNumber: N }],
      ['answered', 1],
      ['transferred', 9],
      ['hangup', 9],
      ['ringing', 10, { agent: bob, callerNumber: N }],
      ['answered', 12, { agent: bob }],
      ['transferred', 30, { agent: bob }],
      ['hangup', 30, { agent: bob }],
      ['ringing', 31, { callerNumber: N }],
    ],
    { fired: [`ringing ${N}`, `ringing ${N}`] },
  ],
])('%s', async (_what, steps, outcome, stages) => {
  expect(await run(steps, stages)).toMatchObject(outcome);
});
