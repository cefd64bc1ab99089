import { internationalNumber } from '../numbers/valid-number.ts';

/** Why a number is not dialled for a link without a question, whatever is set. */
export type DialRisk = 'emergency' | 'premium' | 'code';

/** Police, fire and ambulance of the countries whose numbers are not 112, with 112 itself. */
const emergency: ReadonlySet<string> = new Set(
  (
    '000 061 066 08 100 101 102 103 104 105 106 107 108 110 111 112 113 114 115 116 117 118 119 120 122 123 125 ' +
    '127 128 129 130 131 132 133 140 141 143 144 145 150 151 153 154 155 156 157 158 159 160 161 166 168 170 175 ' +
    '177 180 181 185 190 191 192 193 194 195 196 197 198 199 901 902 903 906 907 911 912 913 914 919 977 988 989 ' +
    '990 991 992 993 994 995 996 997 998 999'
  ).split(' '),
);
const expensive: ReadonlySet<string | undefined> = new Set(['PREMIUM_RATE', 'SHARED_COST']);
/** Beginnings of premium numbers as they are dialled inside countries; what is missed here is still asked about by default. */
const nationalPremium = /^(?:0?900|0?90[0-9]|0?899|0?89[0-9]|0?906|0?976|1900|190)\d{4,}$/;

/**
 * @param number digits, `*`, `#`, and a `+` in front
 * @returns undefined where nothing speaks against it
 */
export function dialRisk(number: string): DialRisk | undefined {
  // Codes of phone systems forward calls, or switch services on.
  if (/[*#]/.test(number)) return 'code';
  const digits = number.replace(/^\+/, '');
  // Behind one digit for an outside line, too: 0112, 9911.
  if (emergency.has(digits) || emergency.has(digits.slice(1))) return 'emergency';
  if (number.startsWith('+') || digits.startsWith('00')) {
    const type = internationalNumber(digits.replace(/^00/, ''))?.getType();
    return expensive.has(type) ? 'premium' : undefined;
  }
  return nationalPremium.test(digits) ? 'premium' : undefined;
}
