import type { RightsView } from '../shared/contract/views.ts';

/** The pages of the desk in the menu's groups: an agent's day, what is set up, and what the company watches and decides. */
export const pageGroups = [
  { name: 'agent', pages: ['desk', 'calls', 'overview'] },
  { name: 'setup', pages: ['popups', 'webhooks', 'flows', 'rules', 'sources'] },
  { name: 'company', pages: ['log', 'settings'] },
] as const;
export type PageGroup = (typeof pageGroups)[number]['name'];
export type Page = (typeof pageGroups)[number]['pages'][number];

/** In the order of the menu, which is that of their keys. */
export const pages: readonly Page[] = pageGroups.flatMap((group): readonly Page[] => group.pages);

/** The desk and the own calls are everybody's; the rest needs a right while a PIN is set. */
export const openPages = (rights: RightsView): readonly Page[] =>
  pages.filter((page) => {
    if (page === 'desk' || page === 'calls') return true;
    return page === 'settings' ? rights.administer : rights.view;
  });
