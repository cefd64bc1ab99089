// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { CallsInProgress } from '../../../renderer/features/desk/calls-in-progress.tsx';
import { PauseBar } from '../../../renderer/features/desk/pause-bar.tsx';
import { RecentPopups } from '../../../renderer/features/desk/recent-popups.tsx';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { DeskState, RecentPopup } from '../../../shared/contract/views.ts';
import { popupSchema } from '../../../shared/model/popup.ts';
import { message } from '../../../shared/text/message.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const now = Date.now();

const call = (key: string, rest: Partial<CallView> = {}): CallView => ({
  key,
  stage: 'ringing',
  outcome: 'running',
  caller: { name: key, number: '+31 20 123 4567' },
  startedAt: now - 60_000,
  rangAt: now,
  data: { fields: { queueName: 'Sales' }, custom: {}, ext: {} },
  ...rest,
});

const popup = (callKey: string, rest: Partial<RecentPopup> = {}): RecentPopup => ({
  id: `of-${callKey}`,
  at: now,
  popupId: 'crm',
  popupName: 'CRM',
  caller: callKey,
  queue: 'Sales',
  outcome: 'opened',
  problem: null,
  lateSeconds: 0,
  callKey,
  ...rest,
});

async function desk(patch: Partial<DeskState>): Promise<void> {
  const memory = new MemoryDesk({
    popups: [popupSchema.parse({ id: 'crm', name: 'CRM', url: 'https://crm.test/' })],
  });
  const parts = (
    <>
      <PauseBar />
      <CallsInProgress />
      <RecentPopups />
    </>
  );
  await show(parts, memory);
  act(() => memory.patch(patch));
}

const card = (name: string): HTMLElement => screen.getByRole('article', { name });

it('says how long the caller waited in the queue, and what is known of earlier calls', async () => {
  const before = { inWeek: 2, lastAt: Date.UTC(2020, 10, 14, 12), outcome: 'answered' } as const;
  await desk({
    calls: [call('Grace', { queuedAt: now - 72_000, before: { ...before, agent: 'Ada' } })],
  });
  expect(card('Grace').textContent).toContain('+31 20 123 4567 · Sales · 1:12 in the queue');
  expect(within(card('Grace')).getByTestId('before').textContent).toMatch(
    /^3rd call in 7 days · Last call: .*2020, answered by Ada$/,
  );
});

it.each([
  [{ outcome: 'answered', agent: '' }, ', answered'],
  [{ outcome: 'missed', agent: '' }, ', not answered'],
  [{ outcome: 'other', agent: '' }, ' 2020'],
] as const)('tells a last call as far as it is known: %o', async (known, end) => {
  await desk({
    calls: [call('Grace', { before: { inWeek: 0, lastAt: Date.UTC(2020, 10, 14), ...known } })],
  });
  const text = screen.getByTestId('before').textContent;
  expect(text.startsWith('Last call: ')).toBe(true);
  expect(text.endsWith(end)).toBe(true);
});

it('lists a call once: its popup is on its card, and in the list when the call is over', async () => {
  await desk({ calls: [call('Grace')], recent: [popup('Grace'), popup('Alan')] });
  expect(screen.getAllByTestId('recent').map((row) => row.textContent)).toEqual([
    expect.stringContaining('Alan'),
  ]);
  within(card('Grace')).getByRole('button', { name: 'Reopen: Grace' });
});

it('closes all popups also where each is on a card', async () => {
  await desk({ calls: [call('Grace')], recent: [popup('Grace')] });
  screen.getByRole('button', { name: 'Close all popups' });
  screen.getByText('No popups yet. Recent ones appear here so you can reopen them.');
});

it('says on the card why its popup did not open', async () => {
  const problem = message('problem.popup.limit', { limit: 1 });
  await desk({
    calls: [call('Grace'), call('Alan')],
    recent: [popup('Grace', { outcome: 'failed', problem }), popup('Alan', { lateSeconds: 9 })],
  });
  expect(card('Grace').textContent).toContain('Not opened: The popup limit (1) is reached');
  within(card('Grace')).getByRole('button', { name: 'Open popup: Grace' });
  within(card('Grace')).getByRole('button', { name: 'Why? Grace' });
  expect(card('Alan').textContent).toContain('9 s late');
  within(card('Alan')).getByRole('button', { name: 'Details Alan' });
});

it('counts a pause down, and calls none of it a failure', async () => {
  await desk({
    paused: { pause: { until: new Date(Date.now() + 600_000).toISOString() } },
    recent: [popup('Alan', { outcome: 'failed', problem: message('problem.popup.allPaused') })],
  });
  const bar = screen.getByTestId('paused');
  expect(bar.textContent).toMatch(/^Popups are paused until .*(10:00|9:5\d)Resume$/);
  expect(bar.style.getPropertyValue('--alert-color')).toContain('gray');
  expect(screen.queryByRole('button', { name: 'Pause popups' })).toBeNull();
  expect(screen.queryByTestId('support')).toBeNull();
});

it('shows a note that is written beside the desk, and leaves one alone that is written on it', async () => {
  const memory = new MemoryDesk();
  const user = await show(<CallsInProgress />, memory);
  const drafts = (note: string): void =>
    act(() => {
      const notes = { canSend: true, sent: {}, drafts: { Grace: { note, disposition: '' } } };
      memory.patch({ calls: [call('Grace')], notes });
    });
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  drafts('from the page');
  const note = (): HTMLElement => screen.getByRole('textbox', { name: 'Note' });
  await waitFor(() => expect(note()).toHaveProperty('value', 'from the page'));
  drafts('from the page, more');
  await waitFor(() => expect(note()).toHaveProperty('value', 'from the page, more'));
  hasFocus.mockReturnValue(true);
  await user.type(note(), '!');
  drafts('from the page, more');
  expect(note()).toHaveProperty('value', 'from the page, more!');
  hasFocus.mockRestore();
});
