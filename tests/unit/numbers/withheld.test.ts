import { expect, it } from 'vitest';
import { isWithheld } from '../../../shared/numbers/withheld.ts';

it.each([
  ...[
    '',
    '  ',
    '-',
    '0000000000',
    'null',
    'undefined',
    'none',
    'N/A',
    '<unknown>',
    'Unknown Number',
  ],
  ...['anonymous', 'sip:anonymous@anonymous.invalid', '"Anonymous" <sip:x@anonymous.invalid>'],
  ...['Restricted', '"Restricted" <sip:restricted@pbx>', 'unavailable', 'Unavailable Number'],
  ...['private', 'PRIVATE NUMBER', 'WITHHELD NUMBER', 'Caller ID withheld', 'No Caller ID', 'CLIR'],
  ...['Out of Area', 'Hidden', 'blocked', 'Asserted identity unknown'],
  ...['+266696687', '00266696687', '+7378742833', '+86282452253'],
  ...['onbekend nummer', 'Privénummer', 'anoniem', 'Numara gizli', 'BİLİNMEYEN', 'özel numara'],
  ...[
    'Privat',
    'Unterdrückt',
    'unterdrueckt',
    'Anónimo',
    'Numéro masqué',
    'inconnu',
    'sconosciuto',
  ],
])('takes %j for a withheld number', (text) => {
  expect(isWithheld(text, { country: 'NL' })).toBe(true);
});

it.each([
  ...['0', '000', '112', '1004', '+31201234567', '*21#', 'anon', 'sip:private.jet@pbx.example'],
  ...['Unknown Pleasures', '7378742', '-1'],
])('takes %j for what it is', (text) => {
  expect(isWithheld(text, { country: 'NL' })).toBe(false);
});
