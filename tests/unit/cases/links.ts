import { expect } from 'vitest';
import { parsePhoneLink } from '../../../shared/model/phone-link.ts';
import { textsOf, type Check } from '../../support/cases.ts';

const dials =
  (number: string, then = ''): Check =>
  (one) =>
    expect(parsePhoneLink(textsOf(one)[0] ?? '')).toEqual({ kind: 'call', number, then });

/** What a telephone link dials. */
export const linkChecks: Readonly<Record<string, Check>> = {
  'link tel:+49 (0) 30 901820': dials('+4930901820'),
  'link tel:+12025550104,,32288696#': dials('+12025550104', '32288696#'),
  'link callto:tel:+31201234567': dials('+31201234567'),
  'link tel:1-800-FLOWERS': dials('18003569377'),
};
