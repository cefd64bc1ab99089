import { expect } from 'vitest';
import type { Check } from '../../support/cases.ts';
import { textsOf } from '../../support/cases.ts';
import { callEvent } from '../../support/events.ts';
import { liveSource } from '../../support/live-source.ts';

/** The caller of a call that comes with this number, and the name that the number brings. */
const comesAs =
  (number: string, name?: string): Check =>
  async (one) => {
    const { country } = one;
    const source = liveSource('cloudevents', country === undefined ? {} : { country });
    for (const text of textsOf(one)) {
      const event = JSON.stringify(callEvent('ringing', { callerNumber: text }));
      const [read] = await source.read(event, Date.now());
      const fields = read !== undefined && 'call' in read ? read.call.fields : {};
      expect([fields.callerNumber, fields.contactName]).toEqual([number, name]);
    }
  };

/** How a number that comes is read. */
export const numberChecks: Readonly<Record<string, Check>> = {
  'number 4915238573267 in DE': comesAs('4915238573267'),
  'number 1004 in DE': comesAs('1004'),
  'number 10012 in NL': comesAs('10012'),
  'number 12025550143 in NL': comesAs('12025550143'),
  'number sip:+441295883999@pbx.example;user=phone in GB': comesAs('+441295883999'),
  'number "Max" <sip:1001@pbx.example>;tag=a1 in DE': comesAs('1001', 'Max'),
  'number +12025550143;ext=12 in US': comesAs('+12025550143'),
  'number ＋８１３１２３４５６７８ in JP': comesAs('+81312345678'),
  'number 5215512345678 in MX': comesAs('+525512345678'),
  'number \u202d+12025550143\u202c in US': comesAs('+12025550143'),
};
