// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NoteForm } from '../../../renderer/features/calls/note-form.tsx';
import { ConnectionState } from '../../../renderer/features/desk/connection-state.tsx';
import { ComputerSettings } from '../../../renderer/features/settings/computer-settings.tsx';
import { WhyButton } from '../../../renderer/ui/why-button.tsx';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { field, problemAt, show } from '../../support/render.tsx';

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

it('shows at a setting what is wrong with it, and saves it once it is right', async () => {
  const desk = new MemoryDesk();
  const settings = <ComputerSettings save={vi.fn()} isLocked={() => false} />;
  const user = await show(settings, desk);
  const log = () => field(english('computer.forwardLog'));
  await user.type(log(), 'logs.example.com');
  await user.tab();
  await waitFor(() => expect(problemAt(log())).toContain(english('problem.field.logUrl')));
  await user.clear(log());
  await user.type(log(), 'https://logs.example.com/in');
  await user.tab();
  const saved = () => desk.config.snapshot().settings.forwardLog;
  await waitFor(() => expect(saved()).toBe('https://logs.example.com/in'));
  expect(problemAt(log())).not.toContain(english('problem.field.logUrl'));
});

it('takes a key out of an address, and asks for it again when the host is another one', async () => {
  const desk = new MemoryDesk();
  const user = await show(<ComputerSettings save={vi.fn()} isLocked={() => false} />, desk);
  const label = english('computer.forwardLog');
  await user.type(field(label), 'https://logs.example.com/in?token=abcdef');
  await user.tab();
  const url = 'https://logs.example.com/in?token={key}';
  await waitFor(() => expect(field(label)).toHaveProperty('value', url));
  const key = () =>
    screen.getByLabelText(english('computer.addressKey', { field: label, placeholder: '{key}' }));
  expect(key()).toHaveProperty('value', '');
  await user.clear(field(label));
  await user.type(field(label), 'https://new.example.com/in?token={{key}');
  await user.tab();
  expect(problemAt(field(label))).not.toContain(english('problem.secret.otherHost'));
  await user.tab();
  await waitFor(() =>
    expect(problemAt(field(label))).toContain(english('problem.secret.otherHost')),
  );
  await user.type(key(), 'ghijkl');
  await user.tab();
  await waitFor(() =>
    expect(desk.config.snapshot().settings.forwardLog).toMatchObject({
      url: 'https://new.example.com/in?token={key}',
    }),
  );
});
