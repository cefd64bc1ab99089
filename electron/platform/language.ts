import { chooseLanguage, translators, type LanguageName } from '../../shared/i18n/languages.ts';
import { nativeTexts, type NativeTexts } from '../../shared/i18n/native-texts.ts';
import type { LanguageSetting } from '../../shared/model/settings.ts';

/** The language of what the main process shows itself; it can change at any time. */
export interface NativeLanguage {
  readonly name: () => LanguageName;
  readonly texts: () => NativeTexts;
  /** Translates a sentence of ours. */
  readonly say: (message: string) => string;
}

/** @param system the system's languages, best first (BCP 47) */
export function createNativeLanguage(
  setting: () => LanguageSetting,
  system: () => readonly string[],
): NativeLanguage {
  const name = (): LanguageName => chooseLanguage(setting(), system()).name;
  return {
    name,
    texts: () => nativeTexts[name()],
    say: (message) => translators[name()](message),
  };
}
