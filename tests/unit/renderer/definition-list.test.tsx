// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newSource } from '../../../renderer/features/sources/source-draft.ts';
import { SourceList } from '../../../renderer/features/sources/source-list.tsx';
import type { Source } from '../../../shared/model/source.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const source = (id: string, name: string): Source => ({
  ...newSource(),
  id,
  name,
  transport: { type: 'websocket', url: `wss://${id}.example.com`, headers: {} },
});
const createDesk = () =>
  new MemoryDesk({ sources: [source('b', 'Berlin'), source('a', 'Ankara'), source('c', 'Cork')] });
const list = <SourceList locked={false} onEdit={vi.fn()} />;
const names = () =>
  screen.queryAllByTestId('source-row').map((row) => row.querySelector('p')?.textContent);
const search = () => screen.getByRole('searchbox', { name: english('sources.search') });
const button = (name: string) => screen.getByRole('button', { name });

it('finds rows by every word of a search', async () => {
  const user = await show(list, createDesk());
  await user.type(search(), 'example CORK');
  await waitFor(() => expect(names()).toEqual(['Cork']));
  await user.type(search(), ' nowhere');
  await screen.findByText(english('list.nothingFound'));
});

it('sorts by a column, and the other way at the second press', async () => {
  const user = await show(list, createDesk());
  expect(names()).toEqual(['Ankara', 'Berlin', 'Cork']);
  await user.click(button(english('sources.columns.name')));
  expect(names()).toEqual(['Cork', 'Berlin', 'Ankara']);
  const head = screen.getByRole('columnheader', { name: english('sources.columns.name') });
  expect(head.getAttribute('aria-sort')).toBe('descending');
});

it('deletes what is selected only after the question was answered, and can undo it', async () => {
  const desk = createDesk();
  const user = await show(list, desk);
  await user.click(screen.getByRole('checkbox', { name: english('list.selectAll') }));
  await user.click(
    screen.getByRole('checkbox', { name: english('list.select', { name: 'Cork' }) }),
  );
  const toolbar = within(screen.getByRole('toolbar'));
  expect(toolbar.getByRole('status').textContent).toBe(english('list.selected', { count: 2 }));
  const remove = () => user.click(toolbar.getByRole('button', { name: english('common.delete') }));
  const question = () => screen.findByRole('dialog');

  await remove();
  const cancel = within(await question()).getAllByRole('button', {
    name: english('common.cancel'),
  });
  await user.click(cancel.at(-1)!);
  expect(desk.config.snapshot().sources).toHaveLength(3);

  await remove();
  const asked = within(await question());
  expect(asked.getByText(english('sources.deleteManyConfirm', { count: 2 }))).toBeTruthy();
  await user.click(asked.getByRole('button', { name: english('popups.ok') }));
  await waitFor(() => expect(names()).toEqual(['Cork']));
  expect(desk.config.snapshot().sources.map(({ id }) => id)).toEqual(['c']);
  await user.click(await screen.findByRole('button', { name: english('common.undo') }));
  await waitFor(() => expect(names()).toEqual(['Ankara', 'Berlin', 'Cork']));
});

it('turns off what is selected', async () => {
  const desk = createDesk();
  const user = await show(list, desk);
  await user.click(screen.getByRole('checkbox', { name: english('list.selectAll') }));
  await user.click(button(english('definitions.disable')));
  await waitFor(() =>
    expect(desk.config.snapshot().sources.map(({ enabled }) => enabled)).toEqual([
      false,
      false,
      false,
    ]),
  );
});
