import type { Result } from '../result.ts';

/** Encrypts the texts of one address. */
export interface CipherRound {
  /** The IV of all its texts, encoded as they are, where it goes into a parameter of its own. */
  readonly iv: string | undefined;
  /** The text of a parameter in its encrypted form; a problem where it is not whole blocks and nothing may be added. */
  readonly encrypt: (text: string, parameter: string) => Result<string>;
}
