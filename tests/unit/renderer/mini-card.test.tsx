// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { MiniCard } from '../../../renderer/features/card/mini-card.tsx';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { DeskState, RecentPopup } from '../../../shared/contract/views.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const call = (name: string, rest: Partial<CallView> = {}): CallView => ({
  key: name,
  stage: 'ringing',
  outcome: 'running',
  caller: { name, number: '+31 20 123 4567' },
  startedAt: Date.now(),
  data: { fields: { queueName: 'Sales' }, custom: {}, ext: {} },
  ...rest,
});

const popup: RecentPopup = {
  id: 'p1',
  at: 0,
  popupId: 'crm',
  popupName: 'CRM',
  caller: 'Grace',
  queue: 'Sales',
  outcome: 'opened',
  problem: null,
  lateSeconds: 0,
  callKey: 'Grace',
};

async function card(patch: Partial<DeskState>) {
  const done = () => ({ ok: true as const, value: null });
  const memory = new MemoryDesk(
    {},
    {
      'call.popup': done,
      'popups.pause': done,
      'popups.resume': done,
      'card.hide': done,
      'card.move': done,
      'card.drop': done,
    },
  );
  const onNote = vi.fn<(key: string) => void>();
  const user = await show(<MiniCard page={window} onNote={onNote} />, memory);
  act(() => memory.patch(patch));
  return { user, memory, onNote };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

it('shows what rings before what is talked in, and how many calls there are beside it', async () => {
  await card({
    calls: [
      call('Ada', { stage: 'answered' }),
      call('Grace'),
      call('Edsger', { stage: 'hangup', outcome: 'answered', endedAt: 1 }),
    ],
  });
  expect(screen.getByText('Grace')).toBeDefined();
  expect(screen.getByText('+31 20 123 4567 · Sales')).toBeDefined();
  expect(screen.getByLabelText('1 more call')).toBeDefined();
  expect(screen.queryByText('Ada')).toBeNull();
});

it('says who calls where there is no name, and nothing where no call runs', async () => {
  const { memory } = await card({
    calls: [call('', { caller: { name: '', number: '', isWithheld: true } })],
  });
  expect(screen.getByText('Withheld number')).toBeDefined();
  act(() => memory.patch({ calls: [] }));
  await waitFor(() => expect(screen.queryByRole('main')).toBeNull());
});

it('reopens the popup, notes, pauses, resumes and hides', async () => {
  const { user, memory, onNote } = await card({
    calls: [call('Grace')],
    recent: [popup],
    notes: { canSend: true, drafts: {}, sent: {} },
    sources: [],
  });
  await user.click(button('Reopen'));
  await user.click(button('Note'));
  await user.click(button('Pause popups for 15 minutes'));
  act(() => memory.patch({ paused: { pause: {} } }));
  await user.click(button('Resume popups'));
  await user.click(button('Hide until the next call'));
  expect(memory.called.mock.calls.filter(([channel]) => channel !== 'state.get')).toEqual([
    ['call.popup', { callKey: 'Grace', popupId: 'crm' }],
    ['popups.pause', { minutes: 15 }],
    ['popups.resume', undefined],
    ['card.hide', undefined],
  ]);
  expect(onNote).toHaveBeenCalledWith('Grace');
});

it('has no button that does nothing: neither without a popup, nor where no note can be sent', async () => {
  await card({ calls: [call('Grace')] });
  expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Pause popups for 15 minutes',
    'Hide until the next call',
  ]);
});

it('says how the connection is', async () => {
  const source = {
    id: 's',
    name: 'PBX',
    problem: null,
    received: 0,
    rejected: 0,
    lastRejection: null,
  };
  const { memory } = await card({
    calls: [call('Grace')],
    sources: [{ ...source, phase: 'connected' }],
  });
  expect(screen.getByRole('img', { name: 'Connected' })).toBeDefined();
  act(() => memory.patch({ sources: [{ ...source, phase: 'waiting' }] }));
  await screen.findByRole('img', { name: 'Reconnecting' });
});
