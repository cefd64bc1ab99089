import type { ReactNode } from 'react';
import { hasWords, searchWords } from '../../../shared/text/fold-text.ts';

/** Something that can be set, and what it is found by: its label and what stands at it. */
export interface SettingItem {
  readonly key: string;
  readonly words: readonly (string | undefined)[];
  readonly content: ReactNode;
}

/** Settings that belong together, in one frame. */
export interface SettingSection {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly items: readonly SettingItem[];
}

/** The parts of the settings, in the order of their index. */
export const settingCategories = [
  'agent',
  'general',
  'calls',
  'popups',
  'network',
  'admin',
  'configuration',
  'support',
] as const;
export type SettingCategory = (typeof settingCategories)[number];

/** Keys of the items that have every word of a search, in their own texts or in the titles above them. */
export function foundSettings(
  category: string,
  sections: readonly SettingSection[],
  search: string,
): ReadonlySet<string> {
  const words = searchWords(search);
  return new Set(
    sections.flatMap(({ title, intro, items }) =>
      items
        .filter((item) => hasWords([category, title, intro, ...item.words].join('\n'), words))
        .map(({ key }) => key),
    ),
  );
}
