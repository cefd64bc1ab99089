import type { RightsView } from '../shared/contract/views.ts';

/** The pages of the desk, in the order of the navigation. */
export const pages = [
  'desk',
  'calls',
  'overview',
  'popups',
  'webhooks',
  'flows',
  'rules',
  'sources',
  'log',
  'settings',
] as const;
export type Page = (typeof pages)[number];

/** The desk and the own calls are everybody's; the rest needs a right while a PIN is set. */
export const openPages = (rights: RightsView): readonly Page[] =>
  pages.filter((page) => {
    if (page === 'desk' || page === 'calls') return true;
    return page === 'settings' ? rights.administer : rights.view;
  });
