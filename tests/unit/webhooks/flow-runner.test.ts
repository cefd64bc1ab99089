import { expect, it } from 'vitest';
import { FlowRunner } from '../../../electron/features/flows/flow-runner.ts';
import { flowPath } from '../../../shared/matching/flow-path.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { flowSchema } from '../../../shared/model/flow.ts';
import { emptyCallData } from '../../../shared/model/call-fields.ts';
import type { Stage } from '../../../shared/model/stage.ts';
import { fail, ok } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';
import { issueSays } from '../../../shared/model/schema-issue.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const occasionAt = (stage: Stage) => ({
  source: 's',
  eventId: 'e',
  ruleId: 'h',
  stage,
  occurredAt: 0,
  callKey: 'c',
  call: emptyCallData,
});

/** No lookup here finds several customers. */
const nobodyAsked = { ask: () => Promise.reject(new Error('not needed')) };

function setUp(whenCallEnds: 'finish' | 'drop', stage: Stage) {
  const sent: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const runner = new FlowRunner(
    log,
    {
      async send(webhook) {
        sent.push(webhook);
        if (webhook === 'a') await held;
        return { ok: true, value: null };
      },
      ask: () => Promise.reject(new Error('not needed')),
      nameOf: (webhook) => webhook,
    },
    nobodyAsked,
  );
  const flow = flowSchema.parse({
    id: 'f',
    name: 'F',
    whenCallEnds,
    steps: [
      { do: 'send', webhook: 'a' },
      { do: 'send', webhook: 'b' },
    ],
  });
  const run = runner.run(flow, occasionAt(stage), () => undefined);
  return { runner, run, release, sent };
}

it.each([
  ['drop', 'ringing', ['a']],
  ['finish', 'ringing', ['a', 'b']],
  // What the end of the call has started is not ended by it.
  ['drop', 'hangup', ['a', 'b']],
] as const)(
  '%s: a flow of a call at %s that ends meanwhile sends %j',
  async (setting, stage, all) => {
    const { runner, run, release, sent } = setUp(setting, stage);
    runner.callEnded('another call');
    runner.callEnded('c');
    release();
    await run;
    expect(sent).toEqual(all);
  },
);

it('refuses a variable that is set twice, or asked for before it is set', () => {
  const ask = (as: string) => ({ do: 'ask', webhook: 'w', as });
  const when = (name: string) => ({
    do: 'if',
    when: { field: `var.${name}`, value: 'x' },
    then: [],
  });
  const problems = (steps: unknown[]) =>
    flowSchema
      .safeParse({ id: 'f', name: 'F', steps })
      .error?.issues.map((issue) => `${issue.path.join('.')}: ${english(issueSays(issue))}`);
  expect(problems([ask('x'), ask('X')])).toEqual([
    'steps.1.as: The variable "X" is set twice: give each its own name.',
  ]);
  expect(problems([when('x'), ask('x')])).toEqual([
    'steps.0.when: The variable "x" is not set before this step.',
  ]);
  // What is looked up instead may have the same name, but not twice, and nothing of it is known elsewhere.
  const instead = (...ifFails: unknown[]) => ({ ...ask('x'), ifFails });
  expect(problems([instead(ask('x')), when('x')])).toEqual(undefined);
  expect(problems([instead(when('x'))])).toEqual([
    'steps.0.ifFails.0.when: The variable "x" is not set before this step.',
  ]);
  expect(problems([ask('y'), instead(ask('y'))])).toEqual([
    'steps.1.ifFails.0.as: The variable "y" is set twice: give each its own name.',
  ]);
  expect(problems([ask('x'), { ...when('x'), then: [ask('y')] }, when('y')])).toEqual([
    'steps.2.when: The variable "y" is not set before this step.',
  ]);
});

const decided = flowSchema.parse({
  id: 'f',
  name: 'F',
  steps: [
    {
      do: 'ask',
      webhook: 'w',
      as: 'way',
      ifFails: [{ do: 'popup', popup: 'unknown' }],
      whenFails: 'stop',
    },
    {
      do: 'if',
      when: { field: 'var.way', value: 'x' },
      then: [{ do: 'popup', popup: 'x' }],
      else: [{ do: 'popup', popup: 'other' }],
    },
    { do: 'popup', popup: 'last' },
  ],
});
const popupAt: Readonly<Record<string, string>> = {
  'steps.0.ifFails.0': 'unknown',
  'steps.1.then.0': 'x',
  'steps.1.else.0': 'other',
  'steps.2': 'last',
};

it.each([
  ['x', ['x', 'last']],
  ['y', ['other', 'last']],
  [undefined, ['unknown']],
])('takes the way that a test of the flow shows, where a lookup finds %j', async (answer, all) => {
  const opened: string[] = [];
  const runner = new FlowRunner(
    log,
    {
      send: () => Promise.reject(new Error('not needed')),
      ask: () =>
        Promise.resolve(
          answer === undefined
            ? fail(message('problem.delivery.status', { status: 500 }))
            : ok({ answer: ok({ status: 200, headers: {}, text: answer }), isAccepted: true }),
        ),
      nameOf: (webhook) => webhook,
    },
    nobodyAsked,
  );
  await runner.run(decided, occasionAt('ringing'), (popup) => opened.push(popup));
  expect(opened).toEqual(all);
  const responses =
    answer === undefined
      ? { values: {}, failed: ['way'] }
      : { values: { way: answer }, failed: [] };
  const asked = { call: emptyCallData, moment: momentAt(0) };
  const shown = flowPath(decided.steps, asked, responses);
  expect(shown.flatMap(({ at }) => popupAt[at] ?? [])).toEqual(opened);
});
