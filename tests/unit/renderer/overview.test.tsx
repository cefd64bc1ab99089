// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OverviewPage } from '../../../renderer/features/overview/overview-page.tsx';
import type { Overview } from '../../../shared/model/overview.ts';
import { english } from '../../../shared/text/english.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const hour = 3_600_000;

const overview = (edges: readonly number[]): Overview => ({
  calls: edges.slice(1).map((_, at) => ({ answered: at, missed: at === 23 ? 2 : 0 })),
  today: { answered: 1_234, missed: 2, opened: 1_200, notOpened: 0, failedDeliveries: 3 },
  popupTimes: { bars: [0, 0, 5, 90, 4, 1, 0, 0], count: 100, p50: 410, p95: 1_240 },
  uptimes: [
    {
      ...{ source: 'PBX', phase: 'connected', connectedMs: 23 * hour, wantedMs: 24 * hour },
      ...{ interruptions: 1, spans: [{ state: 'connected', from: 0, to: 24 * hour }] },
    },
  ],
});

const open = (answer: (edges: readonly number[]) => Overview) =>
  new MemoryDesk({}, { 'overview.read': ({ edges }) => ({ ok: true, value: answer(edges) }) });

const cells = (row: HTMLElement | undefined) =>
  [...(row?.children ?? [])].map(({ textContent }) => textContent);

it('shows today, and the last 24 hours as charts with tables', async () => {
  await show(<OverviewPage />, open(overview));
  await screen.findByRole('heading', { name: english('overview.today') });
  const figures = screen.getAllByRole('group').map(({ textContent }) => textContent);
  expect(figures).toEqual([
    ...['1,234Answered', '2Missed', '1,200Popups opened', '0Popups not opened'],
    ...['3Failed deliveries', '0.41 sMedian', '1.24 s95th percentile'],
  ]);
  const calls = within(screen.getByRole('table', { name: 'Calls by hour' })).getAllByRole('row');
  expect(calls).toHaveLength(25);
  expect(cells(calls.at(-1)).slice(1)).toEqual(['23', '2']);
  const times = within(screen.getByRole('table', { name: 'Popup times' })).getAllByRole('row');
  expect(cells(times[1])).toEqual(['under 0.1 s', '0']);
  expect(cells(times[4])).toEqual(['under 0.5 s', '90']);
  expect(cells(times.at(-1))).toEqual(['5 s or more', '0']);
  expect(cells(screen.getByTestId('uptime')).slice(0, 4)).toEqual([
    ...['PBX', 'Connected', '95.8%', '1'],
  ]);
  screen.getByText(english('overview.thisComputer'));
});

it('says where there is nothing yet', async () => {
  const empty = (edges: readonly number[]): Overview => ({
    ...overview(edges),
    popupTimes: { bars: [], count: 0, p50: null, p95: null },
    uptimes: [],
  });
  await show(<OverviewPage />, open(empty));
  await screen.findByText(english('overview.noPopups'));
  screen.getByText(english('overview.noSources'));
});

it('asks for whole hours and for today', async () => {
  const desk = open(overview);
  await show(<OverviewPage />, desk);
  await waitFor(() => expect(desk.called).toHaveBeenCalledWith('overview.read', expect.anything()));
  const [, search] = desk.called.mock.calls.find(([channel]) => channel === 'overview.read') ?? [];
  const { edges, today } = search as { edges: number[]; today: number };
  expect(edges).toHaveLength(25);
  expect(new Date(today).getHours()).toBe(0);
  expect((edges.at(-1) ?? 0) - (edges[0] ?? 0)).toBe(24 * hour);
});
