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
