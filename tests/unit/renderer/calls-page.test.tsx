// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallsPage } from '../../../renderer/features/calls/calls-page.tsx';
import { callsByDay, daysBetween } from '../../../renderer/features/calls/calls-by-day.ts';
import type { CallRecordView } from '../../../shared/contract/call-views.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const noon = new Date().setHours(12, 0, 0, 0);
const yesterday = new Date(noon).setDate(new Date(noon).getDate() - 1);

let number = 100;
const call = (name: string, rest: Partial<CallRecordView> = {}): CallRecordView => ({
  number: (number -= 1),
  key: name,
  startedAt: noon,
  outcome: 'answered',
  popupId: '',
  note: '',
  disposition: '',
  caller: { name, number: '+31 20 123 4567' },
  queue: 'Sales',
  campaign: '',
  direction: 'inbound',
  ...rest,
});

async function history(calls: CallRecordView[], clickToCall = 'https://pbx.test/?to={number}') {
  const desk = new MemoryDesk(
    { settings: { clickToCall } },
    {
      'calls.search': () => ({ ok: true, value: { calls } }),
      'calls.seen': () => ({ ok: true, value: null }),
      'call.dial': () => ({ ok: true, value: { dialled: true } }),
    },
  );
  const user = await show(<CallsPage />, desk);
  await screen.findAllByTestId('past-call');
  return { desk, user };
}

const searches = (desk: MemoryDesk): unknown[] =>
  desk.called.mock.calls
    .filter(([channel]) => channel === 'calls.search')
    .map(([, input]) => input);

it('stands under its day, with ring and talk time and the own note', async () => {
  await history([
    call('Grace', {
      ...{ rangAt: noon, answeredAt: noon + 12_000, endedAt: noon + 212_000 },
      ...{ note: 'Wants gold', disposition: 'Sold' },
    }),
    call('Alan', { startedAt: yesterday, rangAt: yesterday, endedAt: yesterday + 9_000 }),
  ]);
  const [today, before] = screen.getAllByTestId('day').map((day) => day.textContent);
  expect(today).toMatch(/^Today, /);
  expect(before).toMatch(/^Yesterday, /);
  expect(screen.getAllByTestId('times').map((times) => times.textContent)).toEqual([
    'Rang 0:12 · Talked 3:20',
    'Rang 0:09',
  ]);
  expect(screen.getByTestId('own-note').textContent).toBe('Sold: Wants gold');
});

it('searches by direction and by what was not answered', async () => {
  const { desk, user } = await history([call('Grace')]);
  await user.click(screen.getByRole('radio', { name: 'Not answered' }));
  await waitFor(() =>
    expect(searches(desk).at(-1)).toMatchObject({ outcomes: ['missed', 'unanswered'] }),
  );
  await user.click(screen.getByRole('combobox', { name: 'Direction' }));
  await user.click(await screen.findByRole('option', { name: 'Outbound' }));
  await waitFor(() => expect(searches(desk).at(-1)).toMatchObject({ direction: 'outbound' }));
});

it('calls back, and says whom', async () => {
  const { desk, user } = await history([call('Grace')]);
  await user.click(screen.getByRole('button', { name: 'Call back: Grace' }));
  expect(desk.called).toHaveBeenCalledWith('call.dial', { callKey: 'Grace' });
  await screen.findByText('Dialling Grace');
});

it('offers no call back without a click-to-call URL, or without a number', async () => {
  await history([call('Grace')], '');
  expect(screen.queryByRole('button', { name: /^Call back/ })).toBeNull();
});

it('tells that missed calls were looked at once the agent is at the window', async () => {
  const { desk } = await history([call('Grace')]);
  Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
  act(() => desk.patch({ history: { version: 0, missed: 2 } }));
  expect(desk.called).not.toHaveBeenCalledWith('calls.seen', undefined);
  act(() => void window.dispatchEvent(new Event('focus')));
  await waitFor(() => expect(desk.called).toHaveBeenCalledWith('calls.seen', undefined));
});

it('tells days apart by the clock on the wall', () => {
  const at = (day: number, hour: number): number => new Date(2026, 2, day, hour).getTime();
  const days = callsByDay(
    [at(29, 12), at(29, 1), at(28, 23)].map((startedAt) => call('c', { startedAt })),
  );
  expect(days.map(({ calls }) => calls.length)).toEqual([2, 1]);
  // The clocks changed in the night before.
  expect(daysBetween(at(28, 23), at(29, 4))).toBe(1);
  expect(daysBetween(at(29, 0), at(29, 23))).toBe(0);
});
