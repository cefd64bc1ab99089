import { createContext, use } from 'react';
import { english } from '../../shared/text/english.ts';
import type { Translate } from '../../shared/text/translate.ts';

export const LanguageContext = createContext<Translate>(english);

/** Says things in the language in use. */
export const useText = (): Translate => use(LanguageContext);

/** The locale of the language in use. */
export const useLocale = (): string => use(LanguageContext).locale;
