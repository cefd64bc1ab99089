import {
  isOptionsGroup,
  type ComboboxItem,
  type ComboboxParsedItem,
  type OptionsFilter,
} from '@mantine/core';
import { hasWords, searchWords } from '../../shared/text/fold-text.ts';

/** Finds options as every search of the app finds texts. Groups without a match go. */
export const foundOptions: OptionsFilter = ({ options, search, limit }) => {
  const words = searchWords(search);
  let left = limit;
  const found = (items: readonly ComboboxItem[]): ComboboxItem[] => {
    const some = items.filter(({ label }) => hasWords(label, words)).slice(0, Math.max(0, left));
    left -= some.length;
    return some;
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!isOptionsGroup(option)) return found([option]);
    const items = found(option.items);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};

/**
 * The same for a field that also takes what is not in its list: once one of the options stands in it, the list shows the
 * others too, from which another can be chosen.
 */
export const foundOrOtherOptions: OptionsFilter = ({ options, search, limit }) => {
  const isOption = (option: ComboboxParsedItem): boolean =>
    isOptionsGroup(option) ? option.items.some(isOption) : option.label === search;
  return foundOptions({ options, search: options.some(isOption) ? '' : search, limit });
};
