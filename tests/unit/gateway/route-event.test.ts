import { expect, it } from 'vitest';
import { AgentDirectory } from '../../../gateway/routing/agent-directory.ts';
import { joinAudiences } from '../../../gateway/routing/audience.ts';
import { routeEvent } from '../../../gateway/routing/route-event.ts';
import type { Route } from '../../../gateway/routing/route-table.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { callEvent } from '../../support/events.ts';

const directory = new AgentDirectory([
  { id: '83', email: 'Ada@example.com', extension: '1004', queues: ['5', 'Support'] },
  { id: '84', extension: '+31 20 123 4567', queues: ['5'] },
  { id: '85', extension: '1004', queues: ['Satış'] },
]);
const routes: readonly Route[] = [
  { when: { calledNumber: ['020 555 0100'], queue: ['7'] }, to: { agents: ['85'] } },
  { when: { calledNumber: ['+31205550100'] }, to: { agents: ['84'] } },
  { when: { campaign: ['Spring offer'] }, to: { everybody: true } },
  { when: { dialPlan: ['Menu 2', '1003'] }, to: { queue: 'SUPPORT' } },
  { when: { fields: { 'ext.autoid.location_id': ['17'] } }, to: { agents: ['83'] } },
];
const none = { agent: undefined, queue: undefined, calledNumber: undefined };

it.each([
  ['the agent by ID', { agent: { id: '83' } }, 'agent', ['83']],
  ['the agent by email in any case', { agent: { email: 'ADA@EXAMPLE.COM' } }, 'agent', ['83']],
  ['all of a shared extension', { agent: { extension: '1004' } }, 'agent', ['83', '85']],
  ['a number in another spelling', { agent: { extension: '+31201234567' } }, 'agent', ['84']],
  ['nobody for an agent not listed', { agent: { id: '99' }, queue: { id: '5' } }, 'agent', []],
  ['an ID that settles it', { agent: { id: '84', extension: '1004' } }, 'agent', ['84']],
  [
    'all who missed a call',
    { agent: { id: '83' }, agents: [{ id: '83' }, { extension: '+31201234567' }, { id: '83' }] },
    'agent',
    ['83', '84'],
  ],
  ['a called number', { ...none, calledNumber: '0031205550100' }, 'table', ['84']],
  [
    'the first row of two',
    { ...none, calledNumber: '+31205550100', queue: { id: '7' } },
    'table',
    ['85'],
  ],
  ['a campaign', { ...none, campaignName: 'spring offer' }, 'table', ['*']],
  ['a dial plan', { ...none, routeInNumber: '1003' }, 'table', ['83']],
  ['any other field', { ...none, autoid: { location_id: '17' } }, 'table', ['83']],
  ['a queue by ID', { ...none, queue: { id: '5' } }, 'queue', ['83', '84']],
  ['a queue by its name', { ...none, queueName: 'SATIŞ' }, 'queue', ['85']],
  ['nobody', none, 'nothing', []],
] as const)('finds %s', (_name, data, by, audience) => {
  const payload = JSON.parse(JSON.stringify(callEvent('ringing', data))) as never;
  const decoded = dialects.cloudevents.decode(payload, { source: 'pbx', receivedAt: 0, feed: {} });
  const event = decoded.ok ? decoded.value[0] : undefined;
  expect(event).toBeDefined();
  expect(routeEvent(event!, routes, directory)).toEqual({ by, audience });
});

it('adds nobody to everybody', () => {
  expect(joinAudiences(['83'], ['84', '83'])).toEqual(['83', '84']);
  expect(joinAudiences(['83'], ['*'])).toEqual(['*']);
});
