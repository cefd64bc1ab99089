import { expect, it } from 'vitest';
import { readAddress } from '../../../shared/numbers/read-address.ts';
import { readNumber, type NumberSettings } from '../../../shared/numbers/read-number.ts';
import { numberRound } from '../../support/number-round.ts';

it.each<[text: string, country: string | undefined, read: string]>([
  // More than one number, or none, in this country: as it came.
  ['4915238573267', 'DE', '4915238573267'],
  ['1004', 'DE', '1004'],
  ['12345678', 'DE', '12345678'],
  ['10012', 'NL', '10012'],
  ['12025550143', 'NL', '12025550143'],
  ['6598765432', 'US', '6598765432'],
  ['91004', 'IN', '91004'],
  ['0201234567', undefined, '0201234567'],
  ['+1004', 'NL', '+1004'],
  ['+3120****', 'NL', '+3120****'],
  ['192.168.10.12', 'PL', '192.168.10.12'],
  ['1'.repeat(10_000), 'NL', '1'.repeat(10_000)],
  // As addresses.
  ['sip:+441295883999@pbx.example;user=phone', 'GB', '+441295883999'],
  ['sips:%2B441295883999:secret@pbx.example', 'GB', '+441295883999'],
  ['"Max" <sip:1001@pbx.example>;tag=a1', 'DE', '1001'],
  ['tel:+1-201-555-0123', 'NL', '+12015550123'],
  ['tel:7042;phone-context=+1-914-555', 'US', '7042'],
  ['sip:alice@pbx.example', 'NL', 'sip:alice@pbx.example'],
  // With an extension.
  ['+12025550143;ext=12', 'US', '+12025550143'],
  ['+1 202 555 0143 ext. 12', 'NL', '+12025550143'],
  ['(202) 555-0143 x12', 'US', '+12025550143'],
  // In other digits, and with marks that nobody sees.
  ['＋８１３１２３４５６７８', 'JP', '+81312345678'],
  ['٠٢٠١٢٣٤٥٦٧', 'NL', '+31201234567'],
  ['۰۲۰۱۲۳۴۵۶۷', 'NL', '+31201234567'],
  ['\u202d+12025550143\u202c', 'US', '+12025550143'],
  ['+1\u200b202\u00a0555\u20110143', 'US', '+12025550143'],
  ['１００４', 'NL', '1004'],
  // Letters, prefixes and a zero in brackets.
  ['1-800-FLOWERS', 'US', '+18003569377'],
  ['1004-SALES', 'US', '1004-SALES'],
  ['0031201234567', 'GB', '+31201234567'],
  ['011442079460000', 'US', '+442079460000'],
  ['0113 496 0000', 'GB', '+441134960000'],
  ['+44 (0)20 7946 0000', 'US', '+442079460000'],
  ['+39 (0)6 1234 5678', 'US', '+390612345678'],
  // In twenty countries, as people write them.
  ['+49 (0)30/901820', 'DE', '+4930901820'],
  ['４９３０９０１８２０', 'DE', '+4930901820'],
  ['01.42.68.53.00', 'FR', '+33142685300'],
  ['00 33 1 42 68 53 00', 'BE', '+33142685300'],
  ['0212 555 44 33', 'TR', '+902125554433'],
  ['+90-212-555-44-33 dahili 12', 'TR', '+902125554433'],
  ['+36 (06) 1 234 5678', 'HU', '+3612345678'],
  ['06 1 234 5678', 'HU', '+3612345678'],
  ['020 7946 0958;phone-context=+44', 'GB', '+442079460958'],
  ['"Smith, John" <sip:+442079460958@x;user=phone>', 'GB', '+442079460958'],
  ['+44%2020%207946%200958', 'GB', '+442079460958'],
  ['(02) 9374 4000', 'AU', '+61293744000'],
  ['03-1234-5678', 'JP', '+81312345678'],
  ['+41 (0)44 668 18 00', 'CH', '+41446681800'],
  ['32 12 34 56', 'DK', '+4532123456'],
  ['+47 22 12 34 56', 'NO', '+4722123456'],
  ['22 123 45 67', 'PL', '+48221234567'],
  ['+972-(0)3-123-4567', 'IL', '+97231234567'],
  ['+27 (0)11 123 4567', 'ZA', '+27111234567'],
  ['(11) 98765-4321', 'BR', '+5511987654321'],
  ['+7 (8) 495 123-45-67', 'RU', '+74951234567'],
  // Also a number of Vietnam.
  ['8 (495) 123-45-67', 'RU', '8 (495) 123-45-67'],
  ['4930901820,4930901821', 'DE', '4930901820,4930901821'],
  // What is particular in some countries.
  ['5215512345678', 'MX', '+525512345678'],
  ['+52 1 55 1234 5678', 'US', '+525512345678'],
  ['011 15 2345-6789', 'AR', '+5491123456789'],
  ['0612345678', 'IT', '+390612345678'],
  ['011987654321', 'BR', '+5511987654321'],
  ['0 15 11 98765-4321', 'BR', '+5511987654321'],
  ['+55 11 8765-4321', 'BR', '+55 11 8765-4321'],
  ['0707070707', 'CI', '+2250707070707'],
  ['08069010148', 'IN', '+918069010148'],
  ['918069010148', 'IN', '+918069010148'],
])('reads %s in %s as %s', (text, country, read) => {
  expect(readNumber(text, { country })).toBe(read);
});

it.each<[text: string, settings: NumberSettings, read: string]>([
  ['6598765432', { country: 'US', internationalWithoutPlus: true }, '+6598765432'],
  ['4915238573267', { internationalWithoutPlus: true }, '+4915238573267'],
  ['0201234567', { country: 'NL', internationalWithoutPlus: true }, '+31201234567'],
  ['900441295883999', { country: 'GB', outsideLine: '9' }, '+441295883999'],
  ['9020 7946 0000', { country: 'GB', outsideLine: '9' }, '+442079460000'],
  ['9020 7946 0000', { country: 'GB' }, '9020 7946 0000'],
  ['0030123456', { country: 'DE', outsideLine: '0' }, '+4930123456'],
  ['91004', { country: 'IN', outsideLine: '9', extensionLengths: [4] }, '91004'],
  // Seven digits are an extension in most places, and a number in Iceland.
  ['5812345', { country: 'IS' }, '5812345'],
  ['5812345', { country: 'IS', extensionLengths: [3] }, '+3545812345'],
])('reads %s with %j as %s', (text, settings, read) => {
  expect(readNumber(text, settings)).toBe(read);
});

it.each([
  ['"Grace \\"G\\" Hopper" <sip:1001@PBX.example;user=phone>;tag=1', '1001', 'Grace "G" Hopper'],
  ['Grace <+31201234567>', '+31201234567', 'Grace'],
  ['<sip:1001@pbx.example>', '1001', ''],
  ['+31201234567', '+31201234567', ''],
  ['sip:%zz@pbx.example', '%zz', ''],
])('takes %s apart', (text, user, name) => {
  expect(readAddress(text)).toMatchObject({ user, name });
});

it('makes no number another one, and no extension a number', () => {
  const round = numberRound(500, 7);
  expect(round.wrong).toEqual([]);
  expect(round.asTheNumber).toBeGreaterThan(round.spellings / 2);
}, 60_000);
