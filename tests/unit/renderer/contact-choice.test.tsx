// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { MiniCard } from '../../../renderer/features/card/mini-card.tsx';
import { CallsInProgress } from '../../../renderer/features/desk/calls-in-progress.tsx';
import { choiceText } from '../../../renderer/ui/choice-text.ts';
import type { CallView, ContactChoice } from '../../../shared/contract/call-views.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const call = (key: string): CallView => ({
  key,
  stage: 'ringing',
  outcome: 'running',
  caller: { name: key, number: '+31 20 123 4567' },
  startedAt: Date.now(),
  rangAt: Date.now(),
  data: { fields: {}, custom: {}, ext: {} },
});

const choice = (callKey: string, more = 0): ContactChoice => ({
  id: `of-${callKey}`,
  callKey,
  matches: [
    { label: 'Ada Lovelace', detail: 'Analytical' },
    { label: 'Grace Hopper', detail: '' },
  ],
  more,
  endsAt: Date.now() + 20_000,
});

async function desk(parts = <CallsInProgress />, choices = [choice('Ada')]) {
  const done = () => ({ ok: true as const, value: null });
  const memory = new MemoryDesk({}, { 'call.choose': done });
  const user = await show(parts, memory);
  act(() => memory.patch({ calls: [call('Ada'), call('Grace')], choices }));
  return { user, memory };
}

const cardOf = (name: string) => within(screen.getByRole('article', { name }));
const group = () => screen.getByRole('group', { name: 'Which customer is calling?' });
const chosen = (memory: MemoryDesk) =>
  memory.called.mock.calls
    .filter(([channel]) => channel === 'call.choose')
    .map(([, input]) => input);

it('asks on the card of the call, without taking the focus', async () => {
  const { user, memory } = await desk();
  expect(document.activeElement).toBe(document.body);
  expect(cardOf('Ada').queryByTestId('choice')).not.toBeNull();
  expect(cardOf('Grace').queryByTestId('choice')).toBeNull();
  expect(group().textContent).toMatch(/(20|19) s left.*Ada LovelaceAnalytical/);
  await user.click(screen.getByRole('button', { name: 'Ada Lovelace Analytical' }));
  await waitFor(() => expect(chosen(memory)).toEqual([{ id: 'of-Ada', match: 0 }]));
});

it('is used by the keyboard alone: the arrow keys lead through the customers', async () => {
  const { user, memory } = await desk();
  const first = screen.getByRole('button', { name: 'Ada Lovelace Analytical' });
  first.focus();
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(first);
  await user.keyboard('{ArrowDown}{Enter}');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(chosen(memory)).toEqual([{ id: 'of-Ada', match: 1 }, { id: 'of-Ada' }]),
  );
});

it('says how many more match, and goes when it is over', async () => {
  const { memory } = await desk(<CallsInProgress />, [choice('Ada', 3)]);
  within(group()).getByText('3 more customers match');
  act(() => memory.patch({ choices: [] }));
  expect(screen.queryByTestId('choice')).toBeNull();
});

it('asks on the mini card, too', async () => {
  const { user, memory } = await desk(<MiniCard page={window} onNote={() => undefined} />);
  await user.click(within(group()).getByRole('button', { name: 'Grace Hopper' }));
  await waitFor(() => expect(chosen(memory)).toEqual([{ id: 'of-Ada', match: 1 }]));
});

it.each([
  [{ by: 'none', count: 0, label: '' }, 'No customer matched.'],
  [{ by: 'only', count: 1, label: 'Ada' }, 'One customer matched: “Ada”.'],
  [{ by: 'agent', count: 3, label: 'Ada' }, '3 customers matched. The agent chose “Ada”.'],
  [
    { by: 'time', count: 3, label: 'Ada' },
    '3 customers matched. None was chosen in time. The flow used the first: “Ada”.',
  ],
  [{ by: 'time', count: 3, label: '' }, '3 customers matched. None was chosen in time.'],
] as const)('tells in Why? how a customer was taken: %o', (choice, text) => {
  expect(choiceText(choice, english)).toBe(text);
});
