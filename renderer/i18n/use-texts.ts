import { createContext, use } from 'react';
import type { TranslateMessage } from '../../shared/i18n/translate-message.ts';
import { en, type Texts } from './en.ts';

export interface Language {
  /** BCP 47, for the order of texts, numbers and dates. */
  readonly locale: string;
  readonly texts: Texts;
  /** Translates a sentence that comes from the main process or from shared code. */
  readonly say: TranslateMessage;
}

export const english: Language = { locale: 'en', texts: en, say: (message) => message };

export const LanguageContext = createContext<Language>(english);

/** The texts of the language in use. */
export const useTexts = (): Texts => use(LanguageContext).texts;

/** The locale of the language in use. */
export const useLocale = (): string => use(LanguageContext).locale;

/** Shows a sentence that comes from the main process or from shared code in the language in use. */
export const useSay = (): TranslateMessage => use(LanguageContext).say;
