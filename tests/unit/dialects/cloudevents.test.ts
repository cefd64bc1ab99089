import { expect, it } from 'vitest';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { JsonValue } from '../../../shared/json/json-value.ts';

const context = { source: 's', receivedAt: 1000, feed: {} };
const frame = (patch: object, data: object = {}): JsonValue =>
  JSON.parse(
    JSON.stringify({
      specversion: '1.0',
      id: 'e1',
      source: 'pbx',
      type: 'call.ringing',
      data: { callId: 'c1', ...data },
      ...patch,
    }),
  ) as JsonValue;

it('reads flat and nested, camelCase and snake_case, and keeps the rest', () => {
  const flat = cloudEvents.decode(
    frame({}, { caller_number: 4711, agent_email: 'a@b', queue_name: 'Sales', extra: { x: 1 } }),
    context,
  );
  const nested = cloudEvents.decode(
    frame(
      {},
      { callerNumber: '4711', agent: { email: 'a@b' }, queue: { name: 'Sales' }, extra: { x: 1 } },
    ),
    context,
  );
  expect(flat).toEqual(nested);
  expect(flat).toMatchObject({
    ok: true,
    value: [
      {
        kind: 'call.state',
        stage: 'ringing',
        linkedCallId: 'c1',
        scope: 'agent',
        occurredAt: 1000,
        agent: { email: 'a@b' },
        call: {
          fields: { callerNumber: '4711', queueName: 'Sales', event: 'ringing' },
          ext: { extra: { x: 1 } },
        },
      },
    ],
  });
});

it.each([
  ['com.example.call.hangup', 'hangup'],
  ['call.noanswer', 'missed'],
  ['call.disposition', 'disposition'],
  ['call.held', 'held'],
])('understands the type %s', (type, stage) => {
  expect(cloudEvents.decode(frame({ type }), context)).toMatchObject({ value: [{ stage }] });
});

it('takes agent events, and a time it cannot read costs nothing', () => {
  const agent = frame({ type: 'agent.status' }, { agent: { id: '83' }, state: 'break' });
  expect(cloudEvents.decode(agent, context)).toMatchObject({
    value: [{ kind: 'agent.state', agent: { id: '83' }, state: 'break' }],
  });
  expect(cloudEvents.decode(frame({ time: 'yesterday' }), context)).toMatchObject({
    value: [{ occurredAt: 1000 }],
  });
  expect(cloudEvents.decode(frame({ time: '2026-03-14T09:26:53+0100' }), context)).toMatchObject({
    value: [{ occurredAt: Date.parse('2026-03-14T08:26:53Z') }],
  });
});

it('says who changed an agent’s status, and which queue or menu was changed', () => {
  const by = { agent: { id: '83' }, state: 'break', by: 'Sam (supervisor)' };
  expect(cloudEvents.decode(frame({ type: 'agent.status' }, by), context)).toMatchObject({
    value: [{ kind: 'agent.state', state: 'break', by: 'Sam (supervisor)' }],
  });
  const queue = frame({ type: 'com.example.queue.changed' }, { name: 'Sales', by: 'Sam' });
  expect(cloudEvents.decode(queue, context)).toMatchObject({
    value: [{ kind: 'system.changed', part: 'queue', name: 'Sales', change: 'changed', by: 'Sam' }],
  });
  const menu = frame({ type: 'menu.removed' }, { name: 'Welcome' });
  expect(cloudEvents.decode(menu, context)).toMatchObject({
    value: [{ part: 'menu', name: 'Welcome', change: 'removed', by: undefined }],
  });
});

it.each([
  [frame({ type: 'menu.removed' }), 'data.name'],
  [frame({ specversion: '0.3' }), 'specversion'],
  [frame({ type: 'invoice.paid' }), 'type'],
  [frame({ type: 'call.flying' }), 'type'],
  [frame({ id: '' }), 'id'],
  [frame({ data: null }), 'data'],
  [frame({}, { callId: '' }), 'data.callId'],
  ['text', ''],
])('refuses %# with the place', (payload, path) => {
  expect(cloudEvents.decode(payload, context)).toMatchObject({ ok: false, problem: { path } });
});
