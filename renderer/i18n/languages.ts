import { languages, type LanguageSetting } from '../../shared/model/settings.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { tr } from './tr.ts';
import type { Language } from './use-texts.ts';

const texts = { en, tr, nl };

/**
 * The language to show.
 *
 * @param system the system's languages, best first (BCP 47), as `navigator.languages` gives them
 */
export function chooseLanguage(setting: LanguageSetting, system: readonly string[]): Language {
  if (setting !== 'system') return { locale: localeFor(setting, system), texts: texts[setting] };
  for (const wanted of system) {
    const known = languages.find((language) => wanted.toLowerCase().split('-')[0] === language);
    if (known !== undefined) return { locale: wanted, texts: texts[known] };
  }
  // Dates and numbers as the system writes them, where the texts are English for want of better.
  return { locale: system[0] ?? 'en', texts: en };
}

/** The system's own variant of a language (nl-BE) where it has one. */
const localeFor = (language: string, system: readonly string[]): string =>
  system.find((wanted) => wanted.toLowerCase().split('-')[0] === language) ?? language;
