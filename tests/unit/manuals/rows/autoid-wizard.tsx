import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect } from 'vitest';
import { emptyWizard, templateOf } from '../../../../renderer/features/templates/wizard-draft.ts';
import { newWebhook } from '../../../../renderer/features/webhooks/webhook-draft.ts';
import { WebhookEditor } from '../../../../renderer/features/webhooks/webhook-editor.tsx';
import { WebhooksPage } from '../../../../renderer/features/webhooks/webhooks-page.tsx';
import { webhookSchema } from '../../../../shared/model/webhook.ts';
import { english } from '../../../../shared/text/english.ts';
import { MemoryDesk } from '../../../support/memory-desk.ts';
import { differs, says, type Entry } from '../../../support/reference-table.ts';
import { field, longWalk, show } from '../../../support/render.tsx';

const preview = () => ({ ok: true as const, value: { body: '{}' } });
const template = (id: string, group: string) =>
  ({ id, name: id, group, format: 'json', text: '{}' }) as const;
const webhook = {
  ...newWebhook('blank'),
  id: 'w',
  name: 'Leads',
  url: 'https://a.example/',
  group: 'Sales',
};
const createDesk = () =>
  new MemoryDesk(
    { webhooks: [webhook], templates: [template('Lead', 'Sales'), template('Other', 'Service')] },
    { 'template.preview': preview },
  );
const button = (name: string) => screen.getByRole('button', { name });

/** What a step of a wizard shows. */
interface Step {
  readonly step: string;
  readonly labels: readonly string[];
  readonly button: string;
}
type Way = 'existing' | 'create';
const walked: Record<Way, Step[]> = { existing: [], create: [] };

beforeAll(async () => {
  for (const way of ['existing', 'create'] as const) walked[way] = await walk(way);
}, longWalk);

async function walk(way: Way): Promise<Step[]> {
  const user = await show(<WebhooksPage />, createDesk());
  await user.click(button(english('webhooks.add')));
  await user.click(await screen.findByRole('menuitem', { name: english(`webhooks.kinds.${way}`) }));
  const dialog = await screen.findByRole('dialog');
  const names = (
    way === 'create'
      ? (['details', 'mapping', 'advanced', 'summary'] as const)
      : (['details', 'advanced', 'summary'] as const)
  ).map((name) => english(`wizard.${name}`));
  await user.type(field(english('wizard.webhookName')), 'New');
  await user.type(field(english('webhooks.url')), 'http://a.example/leads');
  const steps: Step[] = [];
  for (const step of names) {
    if (step === english('wizard.details')) await fillDetails(user, way);
    if (step === english('wizard.advanced'))
      await user.click(button(english('webhooks.addHeader')));
    const isLast = step === names.at(-1);
    steps.push({ step, labels: labelsIn(dialog), button: isLast ? 'Finish' : 'Next' });
    if (step === english('wizard.advanced')) await user.type(field('HTTP header'), 'Accept');
    // The last one makes the webhook; it is there to press.
    if (isLast) button(english('wizard.finish'));
    else await user.click(button(english('wizard.next')));
  }
  cleanup();
  return steps;
}

async function fillDetails(user: Awaited<ReturnType<typeof show>>, way: Way): Promise<void> {
  if (way === 'existing') {
    await user.click(screen.getByRole('combobox', { name: english('wizard.which') }));
    await user.click(await screen.findByRole('option', { name: 'Lead' }));
    return;
  }
  await user.type(field(english('wizard.templateName')), 'New');
  await user.click(field(english('wizard.templateFormat')));
  await user.paste('{"phone": "1"}');
}

/** The names of everything that can be filled in. */
const labelsIn = (dialog: HTMLElement): string[] =>
  [...dialog.querySelectorAll('label, [aria-label]')].map(
    (one) => one.getAttribute('aria-label') ?? one.textContent.replace(/\s*\*$/, ''),
  );

/** A step of the wizard that an entry of the manual speaks of. */
function stepOf(way: Way, { names: [step = ''] }: Entry): Step {
  const found = walked[way].find((one) => one.step === step);
  if (found === undefined) throw new Error(`${way} has no step ${step}`);
  return found;
}

const hasField = (way: Way) => (entry: Entry) => {
  const labels = stepOf(way, entry).labels.map((label) => label.toLowerCase());
  const isOfAField = entry.text.startsWith('one dropdown');
  const wanted = isOfAField ? `${english('wizard.token')}: phone` : entry.text;
  // The manual lists Template while a new one is made too; there is none to choose then.
  if (way === 'create' && wanted === 'Template') expect(labels).toContain('template name');
  else expect(labels).toContain(wanted.toLowerCase());
};

/** The template that a sample makes with the tokens that were chosen. */
export function mapped(sample: object, mapping: Readonly<Record<string, string>>): unknown {
  const draft = { ...emptyWizard, templateName: 'T', sample: JSON.stringify(sample), mapping };
  const made = templateOf(draft, 't');
  if (!made.ok) throw new Error(english(made.problem.message));
  return JSON.parse(made.value.text);
}
const mappedAs: Readonly<Record<string, string>> = {
  '%ani_first_name%': '{{contactFirstName}}',
  '%ani_last_name%': '{{contactLastName}}',
  '%ani%': '{{callerNumber}}',
};
const tokenOf: Readonly<Record<string, string>> = {
  first: '%ani_first_name%',
  last: '%ani_last_name%',
  phone: '%ani%',
};
function maps({ names: [name = ''] }: Entry): void {
  const token = tokenOf[name] ?? '';
  expect(mapped({ [name]: 'x' }, { [name]: token })).toEqual({ [name]: mappedAs[token] });
}

/** The templates that a webhook of the group Sales can choose. */
async function templatesOfGroup(): Promise<void> {
  const body = { kind: 'template' as const, template: 'Lead' };
  const editor = (
    <WebhookEditor webhook={{ ...webhook, body }} isNew={false} onClose={() => undefined} />
  );
  const user = await show(editor, createDesk());
  await user.click(screen.getByRole('combobox', { name: english('webhooks.template') }));
  await screen.findByRole('option', { name: 'Lead' });
  expect(screen.queryByRole('option', { name: 'Other' })).toBeNull();
}

async function list(): Promise<void> {
  const user = await show(<WebhooksPage />, createDesk());
  expect(screen.getAllByTestId('webhook-row')).toHaveLength(1);
  await user.click(button(`${english('common.edit')}: Leads`));
  const dialog = within(await screen.findByRole('dialog'));
  await waitFor(() =>
    expect(dialog.getByRole('textbox', { name: english('definitions.name') })).toHaveProperty(
      'value',
      'Leads',
    ),
  );
}

const headerTaken = (header: object) => {
  const { id, name, url } = webhook;
  return webhookSchema.safeParse({ id, name, url, headers: [header] }).success;
};
const advanced = () => walked.create.find(({ step }) => step === 'Advanced settings');

/** The wizard's two ways, its list, its groups and its headers. */
export const wizardRows = [
  differs(
    'entryPoint › *',
    'Webhooks have a page of their own, with a filter for the location',
    async () => {
      await show(<WebhooksPage />, createDesk());
      button(english('webhooks.add'));
    },
  ),
  says('list', list),
  says('wizard › choices › *', ({ text }) => {
    const way = text === 'Existing Templates' ? 'existing' : 'create';
    expect(walked[way].length).toBe(way === 'create' ? 4 : 3);
  }),
  says('wizard › existingTemplate › * › step', (entry) => stepOf('existing', entry)),
  says('wizard › existingTemplate › * › fields', () =>
    expect(walked.existing.map(({ step }) => step)).toEqual([
      'Details',
      'Advanced settings',
      'Summary',
    ]),
  ),
  says('wizard › existingTemplate › * › fields › *', hasField('existing')),
  says('wizard › existingTemplate › * › next', (entry) =>
    expect(entry.text).toContain(stepOf('existing', entry).button),
  ),
  says('wizard › createTemplate › * › step', (entry) => stepOf('create', entry)),
  says('wizard › createTemplate › * › fields › *', hasField('create')),
  says('wizard › createTemplate › Summary › fields', () =>
    expect(walked.create.at(-1)?.step).toBe('Summary'),
  ),
  says('wizard › createTemplate › * › next', (entry) =>
    expect(entry.text).toContain(stepOf('create', entry).button),
  ),
  says('wizard › createTemplate › * › validation', () =>
    expect(templateOf({ ...emptyWizard, sample: '{"first": ' }, 't').ok).toBe(false),
  ),
  says('wizard › fieldExtraction', () =>
    expect(mapped({ first: 'x', n: 1 }, { first: '%ani_first_name%' })).toEqual({
      first: '{{contactFirstName}}',
      n: 1,
    }),
  ),
  says('wizard › mappingExample › *', maps),
  says('wizard › mappingExampleTokens › *', maps),
  says('wizard › templateExampleFields › *', ({ text }) =>
    expect(mapped({ [text]: 'x' }, { [text]: '%ani%' })).toEqual({ [text]: '{{callerNumber}}' }),
  ),
  says('wizard › result', list),
  says('groups › field', () =>
    expect(walked.create[0]?.labels).toContain(english('wizard.templateGroup')),
  ),
  differs('groups › meaning', 'The group is the webhook’s: a desk has one user', templatesOfGroup),
  says('groups › effect', templatesOfGroup),
  says('headers › several', () => {
    const headers = ['Accept', 'X-From'].map((name) => ({ name, value: '1' }));
    const { id, name, url } = webhook;
    expect(webhookSchema.safeParse({ id, name, url, headers }).success).toBe(true);
  }),
  differs('headers › addControl', 'A button that says what it adds', () =>
    // The walk has pressed it.
    expect(advanced()?.labels).toContain('HTTP header'),
  ),
  says('headers › inputs › *', ({ text }) =>
    expect(advanced()?.labels.map((label) => label.toLowerCase())).toContain(text.toLowerCase()),
  ),
  says('headers › headerControl', () => {
    expect(headerTaken({ name: 'Content-Type', value: 'a' })).toBe(true);
    expect(headerTaken({ name: 'not a name', value: 'a' })).toBe(false);
  }),
  says('headers › valueExamples › *', ({ text }) =>
    expect(headerTaken({ name: 'Content-Type', value: text })).toBe(true),
  ),
  says('headers › headerTypes › *', ({ text }) =>
    expect(headerTaken({ name: 'Accept', value: text })).toBe(true),
  ),
];
