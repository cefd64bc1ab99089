// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { RulesPage } from '../../../renderer/features/rules/rules-page.tsx';
import { ruleSchema } from '../../../shared/model/rule.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { webitel } from '../../support/reference.ts';
import { show } from '../../support/render.tsx';

const popup = { ...newPopup(), id: 'crm', name: 'CRM', url: 'https://crm.example.com/' };
const rule = (name: string, stage: string) =>
  ruleSchema.parse({ id: name, name, when: { stage }, actions: [{ do: 'popup', popup: 'crm' }] });
const createDesk = () =>
  new MemoryDesk({
    popups: [popup],
    rules: [rule('c', 'hangup'), rule('a', 'ringing'), rule('b', 'answered')],
  });
const rows = () => screen.queryAllByTestId('rule').map((row) => within(row));
const names = () =>
  screen.queryAllByTestId('rule').map((row) => row.querySelectorAll('p')[1]?.textContent);
const button = (name: string) => screen.getByRole('button', { name });

it('has the columns and tools of the registry in the order of the manual', async () => {
  expect(webitel.registryColumns.map(({ label }) => label)).toEqual([
    'Checkbox',
    'Event',
    'Flow schema',
    'State',
    'Editing tool',
    'Removal tool',
  ]);
  await show(<RulesPage />, createDesk());
  const cells = rows()[0]!.getAllByRole('cell');
  const at = (found: Element | null) => cells.findIndex((cell) => cell.contains(found));
  const places = [
    at(rows()[0]!.getByRole('checkbox', { name: english('list.select', { name: 'c' }) })),
    at(rows()[0]!.getByText(english('stage.hangup'))),
    at(rows()[0]!.getByText('Open “CRM”')),
    at(rows()[0]!.getByRole('switch')),
    at(rows()[0]!.getByRole('button', { name: `${english('common.edit')}: c` })),
    at(rows()[0]!.getByRole('button', { name: `${english('common.delete')}: c` })),
  ];
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(button(english('list.refresh'))).toBeTruthy();
});

it('keeps the order of the rules, and sorts events as a call goes through them', async () => {
  const user = await show(<RulesPage />, createDesk());
  expect(names()).toEqual(['c', 'a', 'b']);
  await user.click(button(english('rules.columns.event')));
  expect(names()).toEqual(['a', 'b', 'c']);
});

it('turns a rule off by its switch, and selects, counts and removes many', async () => {
  const desk = createDesk();
  const user = await show(<RulesPage />, desk);
  await user.click(
    screen.getByRole('switch', { name: english('rules.switchLabel', { name: 'a' }) }),
  );
  await waitFor(() =>
    expect(desk.config.snapshot().rules.map(({ enabled }) => enabled)).toEqual([true, false, true]),
  );
  for (const name of ['a', 'b']) {
    await user.click(screen.getByRole('checkbox', { name: english('list.select', { name }) }));
  }
  const remove = within(screen.getByRole('toolbar')).getByRole('button', {
    name: english('common.delete'),
  });
  await user.hover(remove);
  await screen.findByText(english('list.deleteSelected', { count: 2 }));
  await user.click(remove);
  const question = within(await screen.findByRole('dialog'));
  await user.click(question.getByRole('button', { name: english('popups.ok') }));
  await waitFor(() => expect(names()).toEqual(['c']));
});

it('saves a new rule only once it has an event and something to do', async () => {
  const desk = createDesk();
  const user = await show(<RulesPage />, desk);
  await user.click(button(english('rules.add')));
  const dialog = within(await screen.findByRole('dialog'));
  const save = dialog.getByRole('button', { name: english('common.save') });
  await user.type(dialog.getByRole('textbox', { name: english('definitions.name') }), 'New');
  expect(save).toHaveProperty('disabled', true);
  // The field is its own search box.
  await user.type(dialog.getByRole('combobox', { name: english('rules.doThis') }), 'cr');
  await user.click(await screen.findByRole('option', { name: 'CRM' }));
  expect(save).toHaveProperty('disabled', false);
  await user.click(save);
  await screen.findByText(english('saved.rules', { name: 'New' }));
  await waitFor(() => expect(names()).toEqual(['c', 'a', 'b', 'New']));
});
