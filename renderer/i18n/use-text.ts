import { createContext, use } from 'react';
import { createTranslate, type Translate } from '../../shared/text/translate.ts';
import { en } from '../../shared/text/catalogues.ts';

export const english: Translate = createTranslate(en, 'en');

export const LanguageContext = createContext<Translate>(english);

/** Says things in the language in use. */
export const useText = (): Translate => use(LanguageContext);

/** The locale of the language in use. */
export const useLocale = (): string => use(LanguageContext).locale;
