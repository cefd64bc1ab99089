import { expect, it } from 'vitest';
import { callViewOf } from '../../../electron/features/calls/call-view.ts';
import { MissedCalls } from '../../../electron/features/calls/missed-calls.ts';
import { insertEvent } from '../../../shared/calls/order-events.ts';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import { isSameAgent } from '../../../shared/model/agent-identity.ts';
import { isRuleable, type RuleableEvent } from '../../../shared/model/call-event.ts';
import { ada, callEvent } from '../../support/events.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { english } from '../../../shared/text/english.ts';

const grace = { id: '84', customId: 'A-84', email: 'grace@example.com', extension: '1005' };
type Step = readonly [stage: string, data?: Readonly<Record<string, unknown>>];

/** What Ada sees of a call, one second a step. */
function view(...steps: readonly Step[]): CallView | undefined {
  let events: readonly RuleableEvent[] = [];
  for (const [index, [stage, data]] of steps.entries()) {
    const time = new Date(1_700_000_000_000 + index * 1000).toISOString();
    const decoded = cloudEvents.decode(
      { ...callEvent(stage, data), time },
      {
        source: 'pbx',
        receivedAt: 0,
        feed: {},
      },
    );
    if (!decoded.ok) throw new Error(english(decoded.problem.message));
    for (const event of decoded.value) {
      if (isRuleable(event)) events = insertEvent(events, event) ?? events;
    }
  }
  return callViewOf(
    { key: 'c', events },
    {
      agent: ada,
      isMine: ({ agent }) => agent !== undefined && isSameAgent(agent, ada),
      showNumber: (number) => number,
    },
  );
}

const others = { agent: grace };
it.each<[what: string, outcome: string, steps: readonly Step[]]>([
  ['rings', 'running', [['ringing']]],
  ['is talked in', 'running', [['ringing'], ['answered']]],
  ['was talked in', 'answered', [['ringing'], ['answered'], ['hangup']]],
  ['was missed', 'missed', [['ringing'], ['missed']]],
  ['was given up by the caller', 'missed', [['ringing'], ['hangup']]],
  [
    'was called out and not taken',
    'unanswered',
    [
      ['ringing', { direction: 'outbound' }],
      ['hangup', { direction: 'outbound' }],
    ],
  ],
  ['only waited in the queue', 'unanswered', [['queued'], ['hangup']]],
  ['was taken by a colleague', 'elsewhere', [['ringing'], ['answered', others]]],
  [
    'ended here before a colleague took it',
    'elsewhere',
    [['ringing'], ['missed'], ['answered', others]],
  ],
  ['was lost by its cause', 'elsewhere', [['ringing'], ['missed', { hangupCause: 'LOSE_RACE' }]]],
  ['came back after a colleague', 'running', [['ringing'], ['answered', others], ['ringing']]],
  [
    'was handed on',
    'answered',
    [['ringing'], ['answered'], ['ringing', others], ['answered', others], ['hangup']],
  ],
])('a call that %s is %s', (_what, outcome, steps) => {
  expect(view(...steps)?.outcome).toBe(outcome);
});

it('ends for the agent when a colleague answers, whatever the call does', () => {
  const call = view(['ringing'], ['answered', others], ['held', others]);
  expect(call?.endedAt).toBe(1_700_000_001_000);
  expect(call?.answeredAt).toBeUndefined();
});

it('tells a missed call when it has settled, once, and none that a colleague took meanwhile', () => {
  const clock = new FakeClock();
  const missed: string[] = [];
  const calls = new Map([
    ['a', view(['ringing'], ['missed'])],
    ['b', view(['ringing'], ['missed'])],
    ['c', view(['ringing'], ['missed'])],
  ]);
  let asked = '';
  const watch = new MissedCalls(
    clock,
    (key) => calls.get((asked = key)),
    () => missed.push(asked),
  );
  watch.ended('a');
  watch.ended('b');
  clock.advance(1_000);
  calls.set('b', view(['ringing'], ['missed'], ['answered', others]));
  watch.ended('a');
  clock.advance(5_000);
  expect(missed).toEqual(['a']);
  // Missed here a while ago; now the caller gives up: that is no second miss. Another ring is.
  watch.ended('a');
  clock.advance(5_000);
  expect(missed).toEqual(['a']);
  calls.set('a', view(['ringing'], ['missed'], ['ringing'], ['missed']));
  watch.ended('a');
  clock.advance(5_000);
  expect(missed).toEqual(['a', 'a']);
  watch.ended('c');
  // The app quits: what was missed by then is not lost.
  watch.dispose();
  clock.advance(5_000);
  expect(missed).toEqual(['a', 'a', 'c']);
});
