import type { Caller } from '../../shared/calls/caller-text.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Who calls, in one text: the name, else the number, else why there is none. */
export const callerName = ({ name, number, isWithheld }: Caller, t: Translate): string =>
  name || number || t(isWithheld === true ? 'desk.withheldNumber' : 'desk.unknownCaller');
