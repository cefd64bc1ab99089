import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { newPopup } from '../../../../renderer/features/popups/popup-draft.ts';
import { RulesPage } from '../../../../renderer/features/rules/rules-page.tsx';
import type { Flow } from '../../../../shared/model/flow.ts';
import { ruleSchema, type Rule } from '../../../../shared/model/rule.ts';
import { sourceSchema } from '../../../../shared/model/source.ts';
import { english } from '../../../../shared/text/english.ts';
import { MemoryDesk, noRights } from '../../../support/memory-desk.ts';
import { beside, differs, says } from '../../../support/reference-table.ts';
import { show } from '../../../support/render.tsx';

const popup = { ...newPopup(), id: 'crm', name: 'CRM', url: 'https://crm.example.com/' };
const flow: Flow = {
  id: 'f',
  name: 'Route',
  enabled: true,
  whenCallEnds: 'finish',
  steps: [{ do: 'popup', popup: 'crm' }],
};
const source = sourceSchema.parse({
  id: 's',
  name: 'Webitel',
  dialect: 'webitel',
  transport: { type: 'websocket', url: 'wss://pbx.example.com/' },
});
const trigger = (name: string) => ({ trigger: { system: 'webitel', name } });
const rule = (name: string, when: object = trigger('Offering')): Rule =>
  ruleSchema.parse({ id: name, name, when, actions: [{ do: 'flow', flow: 'f' }] });
const deskWith = (rules: readonly Rule[]) =>
  new MemoryDesk({ sources: [source], popups: [popup], flows: [flow], rules: [...rules] });

const button = (name: string) => screen.getByRole('button', { name });
const names = () =>
  screen.queryAllByTestId('rule').map((row) => row.querySelectorAll('p')[1]?.textContent);
const select = (name: string) =>
  screen.getByRole('checkbox', { name: english('list.select', { name }) });

async function registry(...rules: string[]) {
  const desk = deskWith(rules.map((name) => rule(name)));
  return { desk, user: await show(<RulesPage />, desk) };
}

/** The form for a new rule. */
async function adding() {
  const { desk, user } = await registry('a');
  await user.click(button(english('rules.add')));
  const dialog = within(await screen.findByRole('dialog', { name: english('rules.addTitle') }));
  const save = dialog.getByRole('button', { name: english('common.save') });
  return { desk, user, dialog, save };
}

async function editing() {
  const { desk, user } = await registry('a');
  await user.click(button(`${english('common.edit')}: a`));
  const dialog = within(await screen.findByRole('dialog', { name: english('rules.editTitle') }));
  const save = dialog.getByRole('button', { name: english('common.save') });
  return { desk, user, dialog, save };
}

/** From the button to the row: name, event, flow, save. */
async function creates(): Promise<void> {
  const { desk, user, dialog, save } = await adding();
  await user.type(dialog.getByRole('textbox', { name: english('definitions.name') }), 'New');
  await user.click(dialog.getByRole('combobox', { name: english('rules.stage') }));
  await user.click(await screen.findByRole('option', { name: 'Leaving' }));
  expect(save).toHaveProperty('disabled', true);
  await user.type(dialog.getByRole('combobox', { name: english('rules.doThis') }), 'rou');
  await user.click(await screen.findByRole('option', { name: 'Route' }));
  expect(save).toHaveProperty('disabled', false);
  await user.click(save);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(names()).toEqual(['a', 'New']);
  expect(desk.config.snapshot().rules[1]).toMatchObject({ when: trigger('Leaving') });
}

async function edits(): Promise<void> {
  const { desk, user, dialog, save } = await editing();
  expect(save).toHaveProperty('disabled', true);
  await user.type(dialog.getByRole('textbox', { name: english('definitions.name') }), '!');
  expect(save).toHaveProperty('disabled', false);
  await user.click(save);
  await waitFor(() => expect(names()).toEqual(['a!']));
  expect(desk.config.snapshot().rules[0]).toMatchObject({ name: 'a!' });
}

async function removes(): Promise<void> {
  const { user } = await registry('a', 'b');
  await user.click(button(`${english('common.delete')}: a`));
  const question = within(await screen.findByRole('dialog'));
  await user.click(question.getByRole('button', { name: english('popups.ok') }));
  await waitFor(() => expect(names()).toEqual(['b']));
}

async function countsSelected(): Promise<void> {
  const { user } = await registry('a', 'b', 'c');
  expect(screen.queryByRole('toolbar')).toBeNull();
  await user.click(select('a'));
  await user.click(select('b'));
  const remove = within(screen.getByRole('toolbar')).getByRole('button', {
    name: english('common.delete'),
  });
  await user.hover(remove);
  await screen.findByText(english('list.deleteSelected', { count: 2 }));
}

async function switches(): Promise<void> {
  const { desk, user } = await registry('a');
  const isOn = () => desk.config.snapshot().rules[0]?.enabled;
  for (const state of [false, true]) {
    await user.click(screen.getByRole('switch'));
    await waitFor(() => expect(isOn()).toBe(state));
  }
}

async function pages(): Promise<void> {
  const many = Array.from({ length: 30 }, (_, at) => `r${at}`);
  const { user } = await registry(...many);
  expect(names()).toEqual(many.slice(0, 25));
  await user.click(button(english('list.page', { number: 2 })));
  await waitFor(() => expect(names()).toEqual(many.slice(25)));
}

async function choosesFlow(): Promise<void> {
  const { user, dialog } = await adding();
  await user.type(dialog.getByRole('combobox', { name: english('rules.doThis') }), 'rou');
  await screen.findByRole('option', { name: 'Route' });
  expect(screen.queryByRole('option', { name: 'CRM' })).toBeNull();
}

async function offersEvents(): Promise<void> {
  const { user, dialog } = await adding();
  await user.click(dialog.getByRole('combobox', { name: english('rules.stage') }));
  const group = await screen.findByRole('group', { name: 'Webitel' });
  expect(within(group).getAllByRole('option')).toHaveLength(8);
}

/** A cell of the registry, by what stands in it. */
const columns: Readonly<Record<string, () => HTMLElement>> = {
  Checkbox: () => select('a'),
  Event: () => screen.getByText('Offering'),
  'Flow schema': () => screen.getByText('Run the flow “Route”'),
  State: () => screen.getByRole('switch'),
  'Editing tool': () => button(`${english('common.edit')}: a`),
  'Removal tool': () => button(`${english('common.delete')}: a`),
};
const uses: Readonly<Record<string, () => Promise<void>>> = {
  Checkbox: countsSelected,
  Event: offersEvents,
  'Flow schema': choosesFlow,
  State: switches,
  'Editing tool': edits,
  'Removal tool': removes,
};

const tools: Readonly<Record<string, () => Promise<void>>> = {
  'creation tool': creates,
  'refresh button': async () => {
    await registry('a');
    button(english('list.refresh'));
  },
  registry: async () => {
    await registry('a', 'b');
    expect(names()).toEqual(['a', 'b']);
  },
  pagination: pages,
};

async function without(rights: typeof noRights): Promise<void> {
  const desk = new MemoryDesk({ flows: [flow], rules: [rule('a')] }, {}, rights);
  await show(<RulesPage />, desk);
  expect(screen.queryByRole('button', { name: english('rules.add') })).toBeNull();
  expect(screen.queryByRole('button', { name: `${english('common.edit')}: a` })).toBeNull();
}

/** The screen, its registry and what is done in it. */
export const registryRows = [
  says('screenElements › *', ({ text }) => tools[text]?.()),
  says('hookFields › Event', offersEvents),
  says('hookFields › Flow schema', choosesFlow),
  differs(
    'modal › titles › *',
    'A hook is a rule here: “Add rule”, “Edit rule”',
    async ({ text }) => {
      await (text === 'Add hook' ? adding() : editing());
    },
  ),
  beside('modal › olderTitle', 'The title of an older version of that system'),
  says('modal › buttons › *', async ({ text }) => {
    const { dialog } = await adding();
    expect(dialog.getAllByRole('button', { name: text })).not.toEqual([]);
  }),
  says('registryColumns › * › label', async ({ text }) => {
    await registry('a');
    expect(columns[text]?.()).toBeTruthy();
  }),
  says('registryColumns › * › meaning', ({ names: [column = ''] }) => uses[column]?.()),
  says('operations › create', creates),
  says('operations › edit', edits),
  says('operations › delete › steps', removes),
  says('operations › delete › result', removes),
  differs(
    'operations › delete › confirmation',
    'A rule is not deleted by a slip: a question is asked first',
    removes,
  ),
  says('operations › bulkSelect', countsSelected),
  says('operations › hoverCount', countsSelected),
  says('operations › toggleState', switches),
  says('operations › refresh › control', () => tools['refresh button']?.()),
  says('operations › pagination', pages),
  says('operations › searchableDropdown', choosesFlow),
  says('operations › saveBecomesActive › create', creates),
  says('operations › saveBecomesActive › edit', edits),
  differs(
    'preconditions › *',
    'There is no section of queues: rules are seen and changed with the rights to view, create and edit',
    () => without(noRights),
  ),
];
