import { callerLine, type Caller } from '../../shared/calls/caller-text.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Who calls, where the number has a place of its own: the name, else the number, else why there is none. */
export const callerName = ({ name, number, isWithheld }: Caller, t: Translate): string =>
  callerLine({ caller: name || number, isWithheld: name === '' ? isWithheld : undefined }, t);
