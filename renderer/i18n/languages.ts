import { chooseLanguage, translators } from '../../shared/i18n/languages.ts';
import type { LanguageSetting } from '../../shared/model/settings.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { tr } from './tr.ts';
import type { Language } from './use-texts.ts';

const texts = { en, tr, nl };

/** What a setting means on this system, with its texts. */
export function languageFor(setting: LanguageSetting, system: readonly string[]): Language {
  const { name, locale } = chooseLanguage(setting, system);
  return { locale, texts: texts[name], say: translators[name] };
}
