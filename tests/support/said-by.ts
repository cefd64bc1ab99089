import { english } from '../../shared/text/english.ts';
import type { Message } from '../../shared/text/message.ts';

/** A problem in English; empty where there is none. */
export const saidBy = (problem: Message | null | undefined): string =>
  problem === null || problem === undefined ? '' : english(problem);
