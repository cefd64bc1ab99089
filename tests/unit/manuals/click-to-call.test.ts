import { expect, it } from 'vitest';
import { ruleDesk } from '../../support/rule-desk.ts';

const agent = { extension: '918383081442' };
const byCustomer = {
  trigger: 'Call answered by Customer (Click to call)',
  uuid: 'u1',
  answer_agent_number: '918383081442',
  customer_no_with_prefix: '918069010148',
  direction: 'click_to_call',
  start_stamp: '2021-08-09 17:58:44',
};
const byAgent = {
  ...byCustomer,
  trigger: 'Call answered by Agent',
  call_id: 'c1',
  answered_agent_number: '918383081442',
};
const hangup = {
  trigger: 'Call hangup (Missed or Answered)',
  uuid: 'u2',
  call_id: 'c1',
  call_status: 'Answered',
  end_stamp: '2021-08-09 18:02:44',
  direction: 'click_to_call',
};

it.each([
  ['the leg first', [byCustomer, byAgent, hangup]],
  ['the call first', [byAgent, byCustomer, hangup]],
  ['another leg between', [byCustomer, byAgent, { ...byAgent, uuid: 'u3' }, hangup]],
])('is one call, over when it is over: %s', (_order, payloads) => {
  const { desk, receive } = ruleDesk({ dialect: 'acefone', rules: [], agent });
  const [first, ...rest] = payloads;
  if (first !== undefined) receive(first);
  expect(desk.views()).toMatchObject([{ endedAt: undefined }]);
  for (const payload of rest) receive(payload);
  expect(desk.views()).toHaveLength(1);
  expect(desk.views()[0]?.endedAt).toBe(Date.parse('2021-08-09T18:02:44Z'));
});

it('keeps calls apart that pass one leg on, as in a transfer', () => {
  const { desk, receive } = ruleDesk({ dialect: 'acefone', rules: [], agent });
  receive(byAgent);
  receive({ ...byAgent, call_id: 'c2' });
  expect(desk.views()).toHaveLength(2);
});
