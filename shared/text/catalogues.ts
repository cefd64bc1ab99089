import type { LanguageName } from './languages.ts';
import english from './en.json' with { type: 'json' };
import dutch from './nl.json' with { type: 'json' };
import turkish from './tr.json' with { type: 'json' };
import type { MessageId } from './message.ts';

/** The texts of a language by their ids, in ICU MessageFormat. */
export type Catalogue = Readonly<Record<MessageId, string>>;

/** English, in which logs and support read. */
export const en: Catalogue = english;

/** What a translation lacks does not compile. */
export const catalogues: Readonly<Record<LanguageName, Catalogue>> = {
  en,
  nl: dutch,
  tr: turkish,
};

export const isMessageId = (id: string): id is MessageId => Object.hasOwn(en, id);
