import { catalogues } from '../../shared/text/catalogues.ts';
import { chooseLanguage, type LanguageName } from '../../shared/text/languages.ts';
import { createTranslate, type Translate } from '../../shared/text/translate.ts';
import type { LanguageSetting } from '../../shared/model/settings.ts';

/** The language of what the main process shows itself; it can change at any time. */
export interface NativeLanguage {
  readonly name: () => LanguageName;
  /** Says things in the language as it is now. */
  readonly t: () => Translate;
}

/** @param system the system's languages, best first (BCP 47) */
export function createNativeLanguage(
  setting: () => LanguageSetting,
  system: () => readonly string[],
): NativeLanguage {
  const made = new Map<string, Translate>();
  return {
    name: () => chooseLanguage(setting(), system()).name,
    t() {
      const { name, locale } = chooseLanguage(setting(), system());
      const known = made.get(locale) ?? createTranslate(catalogues[name], locale);
      made.set(locale, known);
      return known;
    },
  };
}
