import { packed, verbatim } from '../../shared/text/message.ts';

/** An English sentence as the text of a schema's problem: the gateway speaks to administrators on a command line. */
export const says = (text: string): string => packed(verbatim(text));
