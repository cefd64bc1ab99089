import { createHash, randomInt } from 'node:crypto';

/** Crockford's letters: none that a person takes for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 100 bits: cannot be guessed while it is valid. */
const codeLength = 20;

/** A code for one desk, in groups that people can read out. */
export function makeCode(): string {
  const code = Array.from({ length: codeLength }, () => letters.charAt(randomInt(letters.length)));
  return code.join('').replace(/(.{5})(?=.)/g, '$1-');
}

/** What is kept of a code, in whichever way it was typed. */
export const codeHash = (code: string): string => hash(code.toUpperCase().replace(/[\s-]/g, ''));

/** What is kept of a desk's token. */
export const tokenHash = (token: string): string => hash(token);

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
