import { expect, it } from 'vitest';
import { clickToCallUrl, parsePhoneLink } from '../../../shared/model/phone-link.ts';

it('keeps the digits of a number, however it is written', () => {
  const numbers: Readonly<Record<string, string>> = {
    'tel:+1 (555) 123-4567': '+15551234567',
    'tel:+1%20(555)%20123-4567': '+15551234567',
    'TEL:020-1234567;ext=5': '0201234567',
    'callto:+31201234567': '+31201234567',
    'callto://+31201234567': '+31201234567',
    'ringcue://call?number=%2B31201234567': '+31201234567',
    'ringcue://call/0201234567': '0201234567',
    'tel:*21#': '*21#',
  };
  for (const [link, number] of Object.entries(numbers)) {
    expect(parsePhoneLink(link), link).toEqual({ kind: 'call', number });
  }
});

it('takes nothing else out of a link', () => {
  expect(parsePhoneLink('ringcue://open')).toEqual({ kind: 'open' });
  expect(parsePhoneLink('ringcue://')).toEqual({ kind: 'open' });
  for (const link of [
    'tel:',
    'tel:javascript:alert(1)',
    'tel:+31<script>',
    'tel:1&admin=1',
    'ringcue://settings',
    'ringcue://call?number=1&next=2',
    'https://example.com',
    'file:///etc/passwd',
    `tel:${'1'.repeat(41)}`,
    'tel:%E0%A4%A',
  ]) {
    expect(parsePhoneLink(link), link).toBeUndefined();
  }
});

it('puts the number into the address as one value', () => {
  expect(clickToCallUrl('https://pbx.test/dial?to={number}', '+31#')).toBe(
    'https://pbx.test/dial?to=%2B31%23',
  );
});
