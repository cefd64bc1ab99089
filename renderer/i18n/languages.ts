import type { LanguageSetting } from '../../shared/model/settings.ts';
import { chooseLanguage } from '../../shared/text/languages.ts';
import { catalogues } from '../../shared/text/catalogues.ts';
import { createTranslate, type Translate } from '../../shared/text/translate.ts';

/** What a setting means on this system, with its texts. */
export function languageFor(setting: LanguageSetting, system: readonly string[]): Translate {
  const { name, locale } = chooseLanguage(setting, system);
  return createTranslate(catalogues[name], locale);
}
