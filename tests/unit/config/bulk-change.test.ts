import { expect, it } from 'vitest';
import { applyBulkChange } from '../../../shared/config/bulk-change.ts';
import { configSchema } from '../../../shared/model/config-document.ts';

const rule = (id: string, ...popups: string[]) => ({
  id,
  name: id,
  actions: popups.map((popup) => ({ do: 'popup', popup })),
});
const document = configSchema.parse({
  version: 3,
  popups: ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), url: 'https://x.example' })),
  rules: [rule('only-a', 'a'), rule('a-and-b', 'a', 'b'), rule('only-c', 'c')],
});
const part = 'popups' as const;

it('switches, pauses and resumes what is named, and nothing else', () => {
  const off = applyBulkChange(document, { do: 'disable', part, ids: ['a', 'gone'] });
  expect(off.popups?.map(({ enabled }) => enabled)).toEqual([false, true, true]);
  const pause = { until: '2026-11-21T12:00:00Z' };
  const paused = applyBulkChange(off, { do: 'pause', part, ids: ['a', 'b'], pause });
  expect(paused.popups?.map((popup) => popup.pause)).toEqual([pause, pause, undefined]);
  const resumed = applyBulkChange(paused, { do: 'resume', part, ids: ['b'] });
  expect(resumed.popups?.map((popup) => 'pause' in popup)).toEqual([true, false, false]);
  const on = applyBulkChange(resumed, { do: 'enable', part, ids: ['a'] });
  expect(on.popups?.[0]).toEqual(document.popups?.[0]);
  expect(configSchema.parse(on)).toEqual(document);
});

it('deletes popups with the rules that would do nothing without them', () => {
  const rest = applyBulkChange(document, { do: 'delete', part, ids: ['a'] });
  expect(rest.popups?.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(rest.rules?.map(({ id, actions }) => [id, actions.length])).toEqual([
    ['a-and-b', 1],
    ['only-c', 1],
  ]);
});

it('takes a deleted popup and webhook out of the branches of a flow, too', () => {
  const ask = { do: 'ask', webhook: 'crm', as: 'x', answer: { from: 'body' } };
  const webhook = (id: string) => ({ id, name: id, url: 'https://x.example' });
  const flows = configSchema.parse({
    version: 3,
    popups: [{ id: 'a', name: 'A', url: 'https://x.example' }],
    webhooks: [webhook('crm'), webhook('other')],
    flows: [
      {
        id: 'f',
        name: 'F',
        steps: [
          {
            ...ask,
            ifFails: [
              { do: 'popup', popup: 'a' },
              { ...ask, webhook: 'other', as: 'y' },
              {
                do: 'if',
                when: { field: 'var.y', is: 'equals', value: '1' },
                then: [],
                else: [{ do: 'popup', popup: 'a' }],
              },
            ],
          },
        ],
      },
    ],
  });
  const rest = applyBulkChange(flows, { do: 'delete', part: 'webhooks', ids: ['other'] });
  expect(configSchema.parse(rest).flows?.[0]?.steps).toMatchObject([
    { do: 'ask', ifFails: [{ do: 'popup' }, { do: 'popup' }] },
  ]);
  const none = applyBulkChange(rest, { do: 'delete', part, ids: ['a'] });
  expect(configSchema.parse(none).flows?.[0]?.steps).toMatchObject([{ do: 'ask', ifFails: [] }]);
});

it('puts a copy behind its original, and gives a popup’s copy its own rules', () => {
  const copies = [{ of: 'a', id: 'a2', name: 'A (copy)' }];
  const more = applyBulkChange(document, { do: 'duplicate', part, copies });
  expect(more.popups?.map(({ name }) => name)).toEqual(['A', 'A (copy)', 'B', 'C']);
  expect(more.rules?.[1]).toMatchObject({
    id: 'rule-a2',
    actions: [{ do: 'popup', popup: 'a2' }],
  });
  expect(more.rules).toHaveLength(4);
});

it('orders rules, and keeps those that the order does not name', () => {
  const order = ['only-c', 'only-a'];
  const after = applyBulkChange(document, { do: 'order', part: 'rules', ids: order });
  expect(after.rules?.map(({ id }) => id)).toEqual(['only-c', 'only-a', 'a-and-b']);
});

it('leaves a configuration that can be read when a webhook goes that a flow asks', () => {
  const flow = {
    id: 'f',
    name: 'F',
    steps: [
      { do: 'ask', webhook: 'w', as: 'vip' },
      {
        do: 'if',
        when: { field: 'var.vip', value: 'yes' },
        then: [{ do: 'popup', popup: 'a' }],
        else: [{ do: 'popup', popup: 'b' }],
      },
      { do: 'send', webhook: 'x' },
    ],
  };
  const webhooks = ['w', 'x'].map((id) => ({ id, name: id, url: 'https://a.test' }));
  const before = configSchema.parse({ version: 3, webhooks, flows: [flow] });
  const after = applyBulkChange(before, { do: 'delete', part: 'webhooks', ids: ['w'] });
  expect(configSchema.safeParse(after).success).toBe(true);
  expect(after.flows?.[0]?.steps).toEqual([
    { do: 'popup', popup: 'b' },
    { do: 'send', webhook: 'x' },
  ]);
});
