import { createContext, use } from 'react';
import { en, type Texts } from './en.ts';

export interface Language {
  /** BCP 47, for the order of texts, numbers and dates. */
  readonly locale: string;
  readonly texts: Texts;
}

export const english: Language = { locale: 'en', texts: en };

export const LanguageContext = createContext<Language>(english);

/** The texts of the language in use. */
export const useTexts = (): Texts => use(LanguageContext).texts;

/** The locale of the language in use. */
export const useLocale = (): string => use(LanguageContext).locale;
