import { IntlMessageFormat } from 'intl-messageformat';
import { isMessageId, type Catalogue } from './catalogues.ts';
import type { Message, MessageId, MessageValue, ValuesOf } from './message.ts';

/** Makes the words: of a text that the code names, or of a message that came from elsewhere. */
export interface Translate {
  (message: Message): string;
  <Id extends MessageId>(id: Id, ...values: ValuesOf<Id>): string;
  /** BCP 47: for the order of texts, numbers and dates. */
  readonly locale: string;
}

type Values = Readonly<Record<string, MessageValue>>;

/** @param locale its numbers, plurals and lists are used: nl-BE may differ from nl */
export function createTranslate(catalogue: Catalogue, locale: string): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  // Created on first use: loading the locale's data would add 10 ms to start-up.
  let lists: Intl.ListFormat | undefined;
  const listOf = (items: readonly string[]): string => {
    lists ??= new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
    return lists.format(items);
  };

  const formOf = (id: string): IntlMessageFormat => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const text = isMessageId(id) ? catalogue[id] : id;
    const form = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    compiled.set(id, form);
    return form;
  };
  const wordsOf = (value: MessageValue): string | number => {
    if (typeof value === 'string' || typeof value === 'number') return value;
    if ('id' in value) return say(value.id, value.values);
    return listOf(value.map((item) => String(wordsOf(item))));
  };
  const say = (id: string, values: Values = {}): string => {
    if (id === 'verbatim') return String(wordsOf(values['text'] ?? ''));
    const words = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, wordsOf(value)]),
    );
    try {
      return String(formOf(id).format(words));
    } catch {
      // A row of another version may name other values: the desk shows the text without them, and goes on.
      return isMessageId(id) ? catalogue[id] : id;
    }
  };
  const translate = (named: Message | MessageId, values?: Values): string =>
    typeof named === 'string' ? say(named, values) : say(named.id, named.values);
  return Object.assign(translate, { locale });
}
