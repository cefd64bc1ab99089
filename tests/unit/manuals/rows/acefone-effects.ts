import { expect } from 'vitest';
import { dateFormats } from '../../../../shared/templates/format-value.ts';
import { bodyOf, firedBy, payloadOf, received, requestOf, url } from './acefone-sent.ts';

const hangup = 'Call hangup (Missed or Answered)';

/** What each field of the form does to the request, or to whether it is sent. */
export const effects: Readonly<Record<string, () => unknown>> = {
  Trigger: () => {
    expect(Object.keys(bodyOf('DTMF Option', received(hangup)))).toContain('digit_pressed');
    expect(firedBy('DTMF Option', { ...payloadOf(hangup), trigger: hangup })).toEqual([]);
  },
  URL: () => expect(requestOf(hangup, received(hangup)).url).toBe(url),
  Request: () => {
    const { url: address, body } = requestOf(hangup, received(hangup), { method: 'GET' });
    expect([body, address.startsWith(`${url}?uuid=`)]).toEqual([undefined, true]);
  },
  'Call Type': () => {
    const inbound = { ...payloadOf(hangup), direction: 'inbound' };
    expect(firedBy(hangup, inbound, { directions: ['inbound'] })).toHaveLength(1);
    expect(firedBy(hangup, inbound, { directions: ['outbound'] })).toEqual([]);
  },
  'Content-Type': () => {
    const { headers, body } = requestOf(hangup, received(hangup), {}, { encoding: 'form' });
    expect(headers).toEqual([{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }]);
    expect(body).toMatch(/^uuid=/);
  },
  'Outbound Type': () => {
    for (const [type, direction] of [
      ['Click to Call', 'click_to_call'],
      ['Call Broadcast', 'broadcast'],
      ['Dialer', 'dialer'],
    ] as const) {
      const payload = { ...payloadOf(hangup), direction, broadcast_id: '' };
      expect(firedBy(hangup, payload, { outboundTypes: [type] }), type).toHaveLength(1);
      const others = ['Click to Call', 'Call Broadcast', 'Dialer'].filter((one) => one !== type);
      expect(firedBy(hangup, payload, { outboundTypes: others })).toEqual([]);
    }
  },
  'My Numbers': () => {
    const payload = { ...payloadOf(hangup), call_to_number: '918069010148' };
    expect(firedBy(hangup, payload, { calledNumbers: ['08069010148'] })).toHaveLength(1);
    expect(firedBy(hangup, payload, { calledNumbers: ['08069010149'] })).toEqual([]);
  },
  'Date Time Format': () => datedAs('Default'),
  'Time Zone': () => {
    const zoned = (zone: string) => stamp({ format: 'default', zone });
    expect([zoned('IST'), zoned('UTC')]).toEqual(['2021-08-09 17:58:44', '2021-08-09 12:28:44']);
  },
};
const stamp = (dates: object) => bodyOf(hangup, received(hangup), { dates })['start_stamp'];

/** The date and time format by its name in the manual. */
export function datedAs(format: string): void {
  const written: Readonly<Record<string, string>> = {
    Default: '2021-08-09 12:28:44',
    'Epoch/Unix Time': String(Date.parse('2021-08-09T12:28:44Z') / 1000),
    'ISO 8601': '2021-08-09T12:28:44Z',
  };
  const at = Object.keys(written).indexOf(format);
  expect(stamp({ format: dateFormats[at], zone: 'UTC' })).toBe(written[format]);
}
