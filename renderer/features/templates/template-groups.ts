import type { Template } from '../../../shared/model/template.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import type { Translate } from '../../../shared/text/translate.ts';

interface Grouped {
  readonly templates: readonly Pick<Template, 'group'>[];
  readonly webhooks: readonly Pick<Webhook, 'group'>[];
}

/** The groups that are in use, for fields that name one. */
export const knownGroups = ({ templates, webhooks }: Grouped): string[] =>
  [...new Set([...templates, ...webhooks].map(({ group }) => group))]
    .filter((group) => group !== '')
    .sort((a, b) => a.localeCompare(b));

/** The locations and other tags that are in use. */
export const knownTags = (webhooks: readonly Pick<Webhook, 'tags'>[]): string[] =>
  [...new Set(webhooks.flatMap(({ tags = [] }) => tags))].sort((a, b) => a.localeCompare(b));

/** Templates to choose from, by group: those for all webhooks first. */
export function templateOptions(templates: readonly Template[], t: Translate) {
  const groups = [...new Set(templates.map(({ group }) => group))].sort((a, b) =>
    a.localeCompare(b),
  );
  return groups.map((group) => ({
    group: group === '' ? t('templates.everybody') : group,
    items: templates
      .filter((template) => template.group === group)
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
}
