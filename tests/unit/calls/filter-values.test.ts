import { expect, it } from 'vitest';
import { filterValues } from '../../../shared/calls/filter-values.ts';
import { ruleDesk } from '../../support/rule-desk.ts';

it('knows numbers, queues and campaigns of all calls in memory, a colleague’s too, the newest first', () => {
  const agent = { id: '83' };
  const { desk, receive } = ruleDesk({ dialect: 'call-center-studio', rules: [], agent });
  const ring = (id: string, data: Record<string, string>) =>
    receive({ 'Call ID': id, Event: 'ringing', 'Agent ID': '84', ...data });
  ring('1', { 'Called Number': '+902125550100', 'Queue ID': '5', 'Queue Name': 'Sales' });
  ring('2', { 'Called Number': '+902125550101', 'Queue ID': '6', 'Campaign Name': 'V.day' });
  ring('3', { 'Called Number': '+902125550100' });
  expect(filterValues(desk.filterFields())).toEqual({
    calledNumbers: ['+902125550100', '+902125550101'],
    queues: ['6', 'Sales'],
    campaigns: ['V.day'],
  });
});

it('lists no more than a person would look through', () => {
  const calls = Array.from({ length: 500 }, (_, at) => ({ queueName: `Queue ${at}` }));
  expect(filterValues(calls).queues).toHaveLength(200);
});

it('takes no number that an agent dialled for one of the company’s', () => {
  const calls = [
    { direction: 'outbound', calledNumber: '+31201234567' },
    { direction: 'inbound', calledNumber: '+902125550100' },
    { calledNumber: '+902125550101' },
  ];
  expect(filterValues(calls).calledNumbers).toEqual(['+902125550100', '+902125550101']);
});
