import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMine, reasonToSkip, type MatchInput } from '../../../shared/matching/match-rule.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { RuleIndex } from '../../../shared/matching/rule-index.ts';
import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import { ruleSchema } from '../../../shared/model/rule.ts';

const ada = { id: '83', extension: '1004', queues: ['Satış'] };
const queueNames = ['Satış', 'SATIŞ', 'satis', 'Billing', '5', 'Straße', 'STRASSE'] as const;

const anyWhen = fc.oneof(
  fc.record({
    stage: fc.constantFrom('queued', 'ringing', 'answered', 'hangup', 'missed', 'dtmf'),
  }),
  fc.record({ moment: fc.constantFrom('begin', 'end') }),
  fc.constantFrom(
    { trigger: { system: 'acefone', name: 'Call answered on IVR' } },
    { trigger: { system: 'acefone', name: 'Call hangup (Missed or Answered)' } },
    { trigger: { system: 'webitel', name: 'Offering' } },
    { trigger: { system: 'mapping', name: 'Their own' } },
  ),
);
const anyRule = fc
  .record({
    when: anyWhen,
    enabled: fc.boolean(),
    which: fc.record({
      agent: fc.constantFrom('mine', 'served', 'any'),
      internal: fc.boolean(),
      queues: fc.array(fc.constantFrom(...queueNames), { maxLength: 3 }),
    }),
  })
  .map((rule) => ({ ...rule, id: 'r', name: 'R', actions: [{ do: 'popup', popup: 'p' }] }));

const anyEvent = fc.record({
  stage: fc.constantFrom('queued', 'ringing', 'answered', 'hangup', 'missed' as const),
  agent: fc.constantFrom(undefined, { id: '83' }, { extension: '1004' }, { id: '9' }),
  trigger: fc.constantFrom(
    undefined,
    { system: 'acefone' as const, name: 'call answered on ivr' },
    { system: 'acefone' as const, name: 'Call hangup (Answered)' },
    { system: 'mapping' as const, name: 'their own' },
  ),
  queueName: fc.option(fc.constantFrom(...queueNames), { nil: undefined }),
  queueId: fc.option(fc.constantFrom('5', '6'), { nil: undefined }),
});

function inputOf({ stage, agent, trigger, queueName, queueId }: EventParts): MatchInput {
  const fields = {
    ...(queueName !== undefined && { queueName }),
    ...(queueId !== undefined && { queueId }),
    routeName: 'Main',
  };
  const call = { fields, custom: {}, ext: {} };
  const event: RuleableEvent = {
    kind: 'call.state',
    id: 'e',
    source: 'pbx',
    linkedCallId: 'c',
    scope: agent === undefined ? 'call' : 'agent',
    stage,
    agent,
    trigger,
    occurredAt: 0,
    receivedAt: 0,
    call,
  };
  return { event, call, moment: momentAt(0), agent: ada, feedIsMine: false };
}
type EventParts = typeof anyEvent extends fc.Arbitrary<infer Parts> ? Parts : never;

it('leaves out no rule that runs, and keeps the order of the rest', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 12 }), anyEvent, (drafts, parts) => {
      const rules = drafts.map((draft, index) => ruleSchema.parse({ ...draft, id: `r${index}` }));
      const input = inputOf(parts);
      const { event, call } = input;
      const candidates = new RuleIndex(rules).candidates({
        event,
        call,
        isMine: isMine(input, ada),
      });
      const runs = rules.filter((rule) => reasonToSkip(rule, input) === undefined);
      expect(candidates.filter((rule) => reasonToSkip(rule, input) === undefined)).toEqual(runs);
    }),
    { numRuns: 3_000 },
  );
});

it('looks at no rule of ten thousand for a call in a queue that none is for', () => {
  const rules = Array.from({ length: 10_000 }, (_, index) =>
    ruleSchema.parse({
      id: `r${index}`,
      name: 'R',
      which: { agent: 'any', queues: [`Queue ${index}`] },
      actions: [{ do: 'popup', popup: 'p' }],
    }),
  );
  const index = new RuleIndex(rules);
  const at = (queueName: string) => {
    const { event, call } = inputOf({
      stage: 'ringing',
      agent: { id: '9' },
      trigger: undefined,
      queueName: queueName as 'Satış',
      queueId: undefined,
    });
    return index.candidates({ event, call, isMine: false });
  };
  expect(at('Nobody’s')).toEqual([]);
  expect(at('queue 77').map(({ id }) => id)).toEqual(['r77']);
});
