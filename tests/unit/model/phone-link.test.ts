import { expect, it } from 'vitest';
import { clickToCallUrl, parsePhoneLink } from '../../../shared/model/phone-link.ts';
import { english } from '../../../shared/text/english.ts';

/** "NUMBER", "NUMBER then CODES", or the sentence. */
function read(link: string): string | undefined {
  const read = parsePhoneLink(link);
  if (read?.kind === 'call')
    return read.then === '' ? read.number : `${read.number} then ${read.then}`;
  return read?.kind === 'refused' ? english(read.said) : read?.kind;
}

it.each([
  // How numbers are written.
  ['tel:+1 (555) 123-4567', '+15551234567'],
  ['tel:+1%20(555)%20123-4567', '+15551234567'],
  ['tel:020-1234567', '0201234567'],
  ['tel:030/901820', '030901820'],
  ['tel:030 / 90 18 20', '030901820'],
  ['tel:+31\u00a020\u2009123\u202f4567', '+31201234567'],
  ['tel:+31–20—123‑4567', '+31201234567'],
  ['tel:+31−20·123•4567', '+31201234567'],
  ['tel:+31.20.123.4567', '+31201234567'],
  ['tel:[020] 123 45 67', '0201234567'],
  ['tel:03ー1234ー5678', '0312345678'],
  ['tel:+31_20_1234567', '+31201234567'],
  ['tel:1004', '1004'],
  ['tel:112', '112'],
  ['tel:*21#', '*21#'],
  ['tel:*21*0612345678#', '*21*0612345678#'],
  ['tel:#31#+31201234567', '#31#+31201234567'],
  ['tel:%2331%230201234567', '#31#0201234567'],
  // The zero within the country.
  ['tel:+49 (0) 30 901820', '+4930901820'],
  ['tel:+49(0)30901820', '+4930901820'],
  ['tel:+49%20%280%29%2030%20901820', '+4930901820'],
  ['tel:+44 (0)20 7946 0958', '+442079460958'],
  ['tel:+90 (0) 212 555 44 33', '+902125554433'],
  ['tel:+31-(0)-20-1234567', '+31201234567'],
  ['tel:0049 (0) 30 901820', '004930901820'],
  ['tel:+999 (0) 12 345', '+99912345'],
  ['tel:+39 (0)6 69812345', '+390669812345'],
  ['tel:+36 (06) 1 234 5678', '+3612345678'],
  ['tel:+7 (8) 495 123-45-67', '+74951234567'],
  ['tel:(0) 30 901820', '030901820'],
  ['tel:(030) 901820', '030901820'],
  ['tel:+1 (202) 555-0104', '+12025550104'],
  // Extensions and codes.
  ['tel:+12025550104,,32288696#', '+12025550104 then 32288696#'],
  ['tel:+12025550104%2C%2C32288696%23', '+12025550104 then 32288696#'],
  ['tel:+12025550104p32288696', '+12025550104 then 32288696'],
  ['tel:+12025550104PP32288696#W1', '+12025550104 then 32288696#, 1'],
  ['tel:+12025550104w12', '+12025550104 then 12'],
  ['tel:+12025550104;32288696', '+12025550104 then 32288696'],
  ['tel:+1 202 555 0104 , 12 , 34', '+12025550104 then 12, 34'],
  ['TEL:020-1234567;ext=5', '0201234567 then 5'],
  ['tel:020-1234567%3Bext%3D5', '0201234567 then 5'],
  ['tel:+1-202-555-0104;ext=12;phone-context=+1', '+12025550104 then 12'],
  ['tel:7042;phone-context=example.com', '7042'],
  ['tel:+12025550104;isub=1;postd=p22', '+12025550104 then 22'],
  ['tel:+1 202 555 0104 ext. 12', '+12025550104 then 12'],
  ['tel:+1-202-555-0104 x12', '+12025550104 then 12'],
  ['tel:+12025550104x12', '+12025550104 then 12'],
  ['tel:+12025550104,ext=12', '+12025550104 then 12'],
  ['tel:+1 202 555 0104 Extension: 12', '+12025550104 then 12'],
  ['tel:020 1234567 toestel 12', '0201234567 then 12'],
  ['tel:0212 555 44 33 dahili 12', '02125554433 then 12'],
  ['tel:+12025550104#12', '+12025550104 then 12'],
  ['tel:+12025550104#', '+12025550104'],
  ['tel:+12025550104,', '+12025550104'],
  ['tel:+49 (0) 30 901820 ext 7', '+4930901820 then 7'],
  // Links in links, and other schemes.
  ['callto:+31201234567', '+31201234567'],
  ['callto://+31201234567', '+31201234567'],
  ['callto://+31201234567/', '+31201234567'],
  ['callto:tel:+31201234567', '+31201234567'],
  ['tel:tel:+31201234567', '+31201234567'],
  ['tel:callto://020 1234567', '0201234567'],
  ['tel://+31201234567', '+31201234567'],
  ['tel:sip:+31201234567@pbx.example;user=phone', '+31201234567'],
  ['callto:sips:1004@pbx.example', '1004'],
  ['sip:+441295883999@pbx.example;user=phone', '+441295883999'],
  ['sip:+12025550104;ext=12@pbx.example', '+12025550104 then 12'],
  ['tel:+31201234567?call', '+31201234567'],
  ['ringcue://call?number=%2B31201234567', '+31201234567'],
  ['ringcue://call/0201234567', '0201234567'],
  ['ringcue://call?number=+49%20(0)%2030%20901820', '+4930901820'],
  // Marks that nobody sees, and other digits.
  ['tel:\u202d+12025550104\u202c', '+12025550104'],
  ['\u202atel:+12025550104', '+12025550104'],
  ['tel:%E2%80%AD%2B12025550104%E2%80%AC', '+12025550104'],
  ['tel:+31\u200b20\u00ad1234567\ufeff', '+31201234567'],
  ['tel:＋８１－３－１２３４－５６７８', '+81312345678'],
  ['tel:（０３）１２３４　５６７８', '0312345678'],
  ['tel:+١٢٠٢٥٥٥٠١٠٤', '+12025550104'],
  ['tel:۰۲۱۱۲۳۴۵۶۷', '0211234567'],
  ['tel:%2B31%2020%201234567', '+31201234567'],
  ['tel:%252B31201234567', '+31201234567'],
  // Words on the keys.
  ['tel:1-800-FLOWERS', '18003569377'],
  ['tel:+1-800-FLOWERS', '+18003569377'],
  ['tel:1-800-flowers', '18003569377'],
  ['tel:0800 WATERS', '0800928377'],
  ['tel:1-800-PICK-UP2', '18007425872'],
  ['tel:0900-BELL', '09002355'],
])('dials %s as %s', (link, number) => {
  expect(read(link)).toBe(number);
});

it.each([
  ['tel:', /holds no number/],
  ['tel:*#', /holds no number/],
  ['tel:%E0%A4%A', /“%E0%A4%A” is not a number/],
  ['tel:javascript:alert(1)', /“javascript:alert\(1\)” is not a number/],
  ['tel:+31<script>', /is not a number/],
  ['tel:+49 (0) 30 901820<script>', /is not a number/],
  ['tel:1&admin=1', /is not a number/],
  ['tel:020-1234567 home', /is not a number/],
  ['tel:1234 mobile', /is not a number/],
  ['tel:0201234567¹', /is not a number/],
  ['tel:+31201234567+31207654321', /is not a number/],
  ['tel:31+201234567', /is not a number/],
  ['tel:++31201234567', /is not a number/],
  ['tel:+;ext=4', /is not a number/],
  ['tel:+#5', /is not a number/],
  ['tel:020 1234567 / 020 7654321', /more than one number/],
  ['tel:0201234567 0207654321', /too long/],
  ['tel:+1234567890123456', /too long/],
  [`tel:${'1'.repeat(41)}`, /too long/],
  [`tel:${'1'.repeat(5_000)}`, /holds no number/],
  ['tel:+12025550104,call me', /is not a number/],
  ['sip:alice@example.com', /holds no number/],
  ['sip:alice2@example.com', /“alice2” is not a number/],
  ['callto:ada.lovelace1', /is not a number/],
  ['ringcue://settings', /does not know this link/],
  ['ringcue://call?number=1&next=2', /does not know this link/],
])('answers %s with a sentence', (link, sentence) => {
  expect(read(link)).toMatch(sentence);
});

it('takes nothing else for a link', () => {
  expect(read('ringcue://open')).toBe('open');
  expect(read('ringcue://event/0123456789abcdef?a=1')).toBe('event');
  expect(read('RINGCUE://EVENT/0123456789abcdef/ringing/?a=1')).toBe('event');
  expect(read('ringcue://event?a=1')).toBe('ignored');
  expect(read('ringcue://events')).toMatch(/does not know this link/);
  expect(read('ringcue://')).toBe('open');
  for (const link of ['https://example.com', 'file:///etc/passwd', 'C:\\tel', '--flag', '']) {
    expect(read(link), link).toBeUndefined();
  }
});

it('shows of what is no number neither marks nor more than its beginning', () => {
  const said = read(`tel:1\u202eevil%00%0A${'x'.repeat(80)}`) ?? '';
  expect(said).toMatch(/“1evil x{34}…” is not/);
});

it('stays fast whatever a page puts into a link', () => {
  const before = performance.now();
  for (const piece of ['(', '1(', 'tel:', ' ', 'ext', '1p', '+(0)', '%2525', ';', '1,']) {
    read(`tel:+1${piece.repeat(500)}`);
    read(`tel:+1${piece.repeat(100_000)}`);
  }
  expect(performance.now() - before).toBeLessThan(1_000);
});

it('puts the number into the address as one value', () => {
  expect(clickToCallUrl('https://pbx.test/dial?to={number}', '+31#')).toBe(
    'https://pbx.test/dial?to=%2B31%23',
  );
});
