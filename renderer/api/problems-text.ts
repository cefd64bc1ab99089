import type { Problem } from '../../shared/result.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Problems that belong to no field, one after the other. */
export const problemsText = (problems: readonly Problem[], t: Translate): string =>
  problems.map(({ message }) => t(message)).join(' ');
