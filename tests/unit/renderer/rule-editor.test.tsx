// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newPopup } from '../../../renderer/features/popups/popup-draft.ts';
import { RuleEditor } from '../../../renderer/features/rules/rule-editor.tsx';
import type { Rule } from '../../../shared/model/rule.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

const rule: Rule = {
  id: 'sales',
  name: 'Sales',
  enabled: true,
  when: { stage: 'ringing' },
  which: { agent: 'mine', internal: false },
  actions: [{ do: 'popup', popup: 'crm' }],
};
const crm = { ...newPopup(), id: 'crm', name: 'CRM', url: 'https://crm.example.com/' };
const createDesk = () => new MemoryDesk({ rules: [rule], popups: [crm] });
const save = () => screen.getByRole('button', { name: 'Save' });

it('saves what was changed, and nothing before something was', async () => {
  const desk = createDesk();
  const onClose = vi.fn();
  const user = await show(<RuleEditor rule={rule} isNew={false} onClose={onClose} />, desk);
  expect(save()).toHaveProperty('disabled', true);
  await user.clear(field('Name'));
  await user.type(field('Name'), 'Support');
  await user.type(field('Queues'), 'Billing{Enter}');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().rules).toEqual([
    { ...rule, name: 'Support', which: { ...rule.which, queues: ['Billing'] } },
  ]);
});

it('shows what is wrong at its field, puts the cursor there, and sends nothing', async () => {
  const desk = createDesk();
  const user = await show(<RuleEditor rule={rule} isNew={false} onClose={vi.fn()} />, desk);
  await user.clear(field('Name'));
  await user.click(save());
  await waitFor(() => expect(problemAt(field('Name'))).toContain('Enter a name.'));
  expect(document.activeElement).toBe(field('Name'));
  expect(desk.called.mock.calls.map(([channel]) => channel)).not.toContain('rule.save');
  await user.type(field('Name'), 'S');
  expect(problemAt(field('Name'))).toBe('');
});

it('keeps the input where somebody else changed the rule, and saves over it at the second press', async () => {
  const desk = createDesk();
  const onClose = vi.fn();
  const user = await show(<RuleEditor rule={rule} isNew={false} onClose={onClose} />, desk);
  await user.type(field('Name'), ' mine');
  act(() => void desk.edits.saveRule({ ...rule, name: 'Sales theirs' }, 'any'));
  await user.click(save());
  const warning = await screen.findByRole('alert');
  expect(warning.textContent).toContain('changed or deleted elsewhere');
  expect(onClose).not.toHaveBeenCalled();
  expect(field('Name')).toHaveProperty('value', 'Sales mine');
  expect(desk.config.snapshot().rules[0]?.name).toBe('Sales theirs');
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(desk.config.snapshot().rules[0]?.name).toBe('Sales mine');
});

it('asks before it leaves what was changed', async () => {
  const onClose = vi.fn();
  const user = await show(<RuleEditor rule={rule} isNew={false} onClose={onClose} />, createDesk());
  await user.type(field('Name'), '!');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  const question = await screen.findByRole('dialog', { name: english('popupForm.unsavedTitle') });
  expect(onClose).not.toHaveBeenCalled();
  await user.click(within(question).getByRole('button', { name: english('popupForm.leave') }));
  expect(onClose).toHaveBeenCalledOnce();
});

it('builds conditions, and shows what is wrong at the very field', async () => {
  const desk = createDesk();
  const onClose = vi.fn();
  const user = await show(<RuleEditor rule={rule} isNew={false} onClose={onClose} />, desk);
  const click = (id: 'rules.addTest' | 'rules.addWeekdays' | 'rules.addTime') =>
    user.click(screen.getByRole('button', { name: english(id) }));
  await click('rules.addTest');
  await user.type(field('Value'), '5');
  await click('rules.addTest');
  await user.click(screen.getAllByRole('combobox', { name: english('rules.comparison') })[1]!);
  await user.click(screen.getByRole('option', { name: english('rules.comparisons.between') }));
  await user.type(field('From'), '7');
  await user.type(field('To'), '6');
  await click('rules.addWeekdays');
  await user.click(save());
  await waitFor(() => expect(problemAt(field('To'))).not.toBe(''));
  expect([problemAt(field('From')), problemAt(field('Value'))]).toEqual(['', '']);
  expect(document.activeElement).toBe(field('To'));
  await user.type(field('To'), '0');
  await user.click(screen.getAllByRole('button', { name: english('rules.removeTest') })[0]!);
  await user.click(screen.getAllByRole('checkbox', { name: english('rules.not') })[2]!);
  await user.click(save());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const number = { field: 'callerNumber', is: 'between', value: '7', to: '60' };
  expect(desk.config.snapshot().rules[0]?.which.condition).toEqual({
    all: [number, { not: { weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] } }],
  });
});

it('shows a wrong pattern at the condition that has it', async () => {
  const which = {
    ...rule.which,
    condition: { field: 'callerNumber', is: 'matches', value: '+90' } as const,
  };
  const desk = createDesk();
  const user = await show(
    <RuleEditor rule={{ ...rule, which }} isNew={false} onClose={vi.fn()} />,
    desk,
  );
  await user.type(field('Value'), '(');
  await user.click(save());
  await waitFor(() => expect(problemAt(field('Value'))).not.toBe(''));
});
