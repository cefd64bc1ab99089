// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NoteForm } from '../../../renderer/features/calls/note-form.tsx';
import { ConnectionState } from '../../../renderer/features/desk/connection-state.tsx';
import { WhyButton } from '../../../renderer/ui/why-button.tsx';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

it('tells an agent without rights whom to ask, instead of showing what is refused', async () => {
  await show(<ConnectionState onAddSource={vi.fn()} />, new MemoryDesk({}, {}, noRights));
  await screen.findByText(english('desk.askAdministrator'));
  expect(screen.queryAllByRole('button')).toEqual([]);
});

it('offers an administrator to add a source', async () => {
  await show(<ConnectionState onAddSource={vi.fn()} />, new MemoryDesk());
  await screen.findByText(english('desk.noSources'));
  expect(screen.getAllByRole('button')).toHaveLength(2);
});

it.each([
  [true, 'Details Ada'],
  [false, 'Why? Ada'],
])('asks why only where nothing opened (opened: %s)', async (hasOpened, name) => {
  await show(<WhyButton callKey="c1" caller="Ada" hasOpened={hasOpened} />, new MemoryDesk());
  expect(screen.getByRole('button').getAttribute('aria-label')).toBe(name);
});

it('keeps a note at each step, and is empty once it is sent', async () => {
  const done = () => ({ ok: true as const, value: null });
  const desk = new MemoryDesk({}, { 'call.keepNote': done, 'call.note': done });
  const user = await show(<NoteForm callKey="c1" />, desk);
  await user.type(field('Note'), 'Hi');
  const note = { callKey: 'c1', note: 'Hi', disposition: '' };
  expect(desk.called).toHaveBeenCalledWith('call.keepNote', note);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(field('Note')).toHaveProperty('value', ''));
  expect(desk.called).toHaveBeenCalledWith('call.note', note);
});
