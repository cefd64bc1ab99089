import { languages, type LanguageSetting } from '../model/settings.ts';

export type LanguageName = (typeof languages)[number];

export interface ChosenLanguage {
  readonly name: LanguageName;
  /** BCP 47, for the order of texts, numbers and dates. */
  readonly locale: string;
}

/**
 * The language to show.
 *
 * @param given the system's languages, best first (BCP 47); some Linux desktops give names such as "C"
 */
export function chooseLanguage(setting: LanguageSetting, given: readonly string[]): ChosenLanguage {
  const system = given.filter(isLocale);
  if (setting !== 'system') {
    // The system's own variant of the language (nl-BE) where it has one.
    return { name: setting, locale: system.find((tag) => languageOf(tag) === setting) ?? setting };
  }
  for (const locale of system) {
    const name = languages.find((language) => languageOf(locale) === language);
    if (name !== undefined) return { name, locale };
  }
  // Dates and numbers as the system writes them, where the texts are English for want of better.
  return { name: 'en', locale: system[0] ?? 'en' };
}

const languageOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** What Intl does not know, it throws at. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
