import { located, type Problem } from '../result.ts';
import { en } from './catalogues.ts';
import { createTranslate, type Translate } from './translate.ts';

/** For logs, command lines and support, which read English. */
export const english: Translate = createTranslate(en, 'en');

/** "popups[0].url: The URL must start with https://" or just the sentence, in English. */
export const problemText = (problem: Problem): string => english(located(problem));
