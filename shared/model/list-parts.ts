/** The parts of a configuration that are lists of definitions with an id and a name. */
export const listParts = ['sources', 'popups', 'rules', 'webhooks', 'templates', 'flows'] as const;
export type ListPart = (typeof listParts)[number];
