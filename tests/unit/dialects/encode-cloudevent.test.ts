import { expect, it } from 'vitest';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { encodeCloudEvent } from '../../../shared/dialects/encode-cloudevent.ts';
import { mappedEvents } from '../../../shared/dialects/mapped-events.ts';
import type { JsonValue } from '../../../shared/json/json-value.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { callvoip } from '../../support/reference.ts';

const context = {
  source: 'feed',
  receivedAt: Date.parse('2026-03-14T10:00:00Z'),
  feed: { country: 'NL' },
};

function decoded(name: keyof typeof dialects, payload: JsonValue): CallEvent[] {
  const read = dialects[name].decode(payload, context);
  return read.ok ? read.value : [];
}

const acefoneRing = {
  call_id: '1628364541.6274658',
  uuid: '610edefd7b4dd',
  trigger: 'Dialed on Agent',
  agent_number: '1004',
  caller_id_number: '0201234567',
  customer_number_with_prefix: '+31201234567',
  start_stamp: '2026-03-14 09:59:01',
  billing_circle: 'x',
  lead_fields: { city: 'Den Haag' },
};

const acefoneMissed = (numbers: readonly string[]) => ({
  call_id: '1628364541.6274658',
  trigger: 'Call missed by Agent (Hangup)',
  caller_id_number: '0201234567',
  end_stamp: '2026-03-14 09:59:01',
  missed_agent: numbers.map((number) => ({ name: 'Ada', number })),
});

it.each([
  ['Callvoip', () => decoded('callvoip', callvoip.sampleBodyCorrected)],
  ['Acefone', () => decoded('acefone', acefoneRing)],
  ['a call that several missed', () => decoded('acefone', acefoneMissed(['1004', '1005']))],
  ['a call that one missed', () => decoded('acefone', acefoneMissed(['1005']))],
  [
    'a CloudEvent',
    () =>
      decoded('cloudevents', {
        specversion: '1.0',
        id: '1',
        source: 'pbx',
        type: 'call.transferred',
        time: '2026-03-14T09:59:00Z',
        data: {
          callId: 'c',
          offerId: 'o',
          scope: 'call',
          callUniqueId: 'leg',
          custom: { a: '1' },
          more: [1],
        },
      }),
  ],
  [
    'an agent',
    () =>
      decoded('cloudevents', {
        specversion: '1.0',
        id: '1',
        source: 'pbx',
        type: 'agent.ready',
        data: { agentId: '83' },
      }),
  ],
  [
    'a mapping',
    () => {
      const payload = { from: { number: '020 123 4567', name: 'Grace' }, queue: 'Sales' };
      const mapped = { stage: 'ringing', callId: 'm', ...payload };
      const read = mappedEvents(mapped, payload, context);
      return read.ok ? read.value : [];
    },
  ],
])('is read back as the same event: %s', (_name, events) => {
  const [event] = events();
  expect(event).toBeDefined();
  if (event === undefined) return;
  const body = JSON.parse(JSON.stringify({ ...encodeCloudEvent(event), id: 'x' })) as JsonValue;
  const back = dialects.cloudevents.decode(body, { ...context, source: 'gateway', feed: {} });
  expect(back).toMatchObject({ ok: true });
  const { unidentified: _unidentified, ...rest } = event;
  // In which country an agent's number is dialled, the source says that reads it.
  const agent = 'agent' in rest && rest.agent ? { ...rest.agent, country: undefined } : undefined;
  const same = { ...rest, agent, id: 'x', source: 'gateway' };
  expect(JSON.parse(JSON.stringify(back.ok ? back.value[0] : undefined))).toEqual(
    JSON.parse(JSON.stringify(same)),
  );
});
