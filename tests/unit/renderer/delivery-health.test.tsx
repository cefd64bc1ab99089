// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DeliveriesPanel } from '../../../renderer/features/deliveries/deliveries-panel.tsx';
import { DeliveryDrawer } from '../../../renderer/features/deliveries/delivery-drawer.tsx';
import { FailedBadge } from '../../../renderer/features/deliveries/failed-badge.tsx';
import { newWebhook } from '../../../renderer/features/webhooks/webhook-draft.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { DeliveryHealth } from '../../../shared/model/delivery-health.ts';
import type { Delivery } from '../../../shared/model/delivery.ts';
import { english } from '../../../shared/text/english.ts';
import { message } from '../../../shared/text/message.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { field, show } from '../../support/render.tsx';

const rejected = message('problem.delivery.rejected', { status: 422 });
const failed = {
  ...{ number: 1, id: 'msg_1', webhook: 'w', webhookName: 'Calls', host: 'hooks.example.com' },
  ...{ callKey: 'c1', caller: 'Grace', stage: 'hangup', acceptedAt: 1, expiresAt: 9e12 },
  ...{ attempts: 2, roundStart: 0, problem: rejected, isTest: false, lastMs: 40 },
  ...{ state: 'dead', settledAt: 5_000 },
} satisfies Delivery;

const health = (bars: number): DeliveryHealth => ({
  bars: Array.from({ length: bars }, (_, at) => ({
    delivered: at === 0 ? 999 : 0,
    retrying: at === 1 ? 4 : 0,
    failed: at === 2 ? 1 : 0,
  })),
  answers: { count: 1_000, p50: 120, p95: 1_450 },
  causes: [
    {
      ...{ problem: rejected.id, host: 'hooks.example.com', status: 422 },
      ...{ count: 1, example: rejected, latest: 5_000 },
    },
  ],
});

const webhook = { ...newWebhook('blank'), id: 'w', name: 'Calls', url: 'https://a.example/' };

function open(answers: Partial<Handlers> = {}, rows: readonly Delivery[] = [failed]) {
  const desk = new MemoryDesk(
    { webhooks: [webhook] },
    {
      'deliveries.search': () => ({ ok: true, value: { rows, total: rows.length } }),
      'deliveries.health': ({ edges }) => ({ ok: true, value: health(edges.length - 1) }),
      ...answers,
    },
  );
  return { desk, asked: (channel: string) => inputsOf(desk, channel) };
}

const inputsOf = (desk: MemoryDesk, channel: string): unknown[] =>
  desk.called.mock.calls.flatMap(([name, input]) => (name === channel ? [input] : []));

it('shows the last 24 hours as bars, with a table of the same numbers', async () => {
  const { desk } = open();
  await show(<DeliveriesPanel />, desk);
  await screen.findByRole('heading', { name: 'Last 24 hours' });
  const figures = screen.getAllByRole('group').map(({ textContent }) => textContent);
  expect(figures).toEqual([
    '99.9%Success rate',
    '1Failed',
    '120 msLatency, median (p50)',
    '1,450 msLatency, 95th percentile (p95)',
  ]);
  const table = screen.getByRole('table', { name: 'Deliveries by hour' });
  const rows = within(table).getAllByRole('row');
  expect(rows).toHaveLength(25);
  expect(rows[0]?.textContent).toBe('HourDeliveredRetryingFailed');
  const cells = (row: HTMLElement | undefined) =>
    within(row ?? table)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(rows.slice(1, 4).map(cells)).toEqual([
    ['999', '0', '0'],
    ['0', '4', '0'],
    ['0', '0', '1'],
  ]);
});

it('asks for one webhook and for whole days, in the list and the figures alike', async () => {
  const { desk, asked } = open();
  const user = await show(<DeliveriesPanel />, desk);
  await screen.findByRole('heading', { name: 'Last 24 hours' });
  await user.click(field('Webhook'));
  await user.click(await screen.findByRole('option', { name: 'Calls' }));
  // As an American writes it: the language of tests is English of no region.
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '03/14/2026' } });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '03/20/2026' } });
  await screen.findByRole('table', { name: 'Deliveries by day' });
  const from = new Date(2026, 2, 14).getTime();
  const end = new Date(2026, 2, 21).getTime();
  const days = Array.from({ length: 8 }, (_, at) => new Date(2026, 2, 14 + at).getTime());
  await waitFor(() => {
    expect(asked('deliveries.health').at(-1)).toEqual({ webhook: 'w', edges: days });
    expect(asked('deliveries.search').at(-1)).toMatchObject({ webhook: 'w', from, to: end - 1 });
  });
});

it('retries what failed for one cause', async () => {
  let left = 1;
  const { desk, asked } = open({
    'deliveries.retryDead': () => ({ ok: true, value: { count: left-- > 0 ? 1 : 0 } }),
  });
  const user = await show(<DeliveriesPanel />, desk);
  const [cause] = await screen.findAllByTestId('failure-cause');
  expect(cause?.textContent).toContain('hooks.example.comHTTP 4221');
  const edges = (asked('deliveries.health')[0] as { edges: number[] }).edges;
  await user.click(screen.getByRole('button', { name: /^Retry all of these: / }));
  await screen.findByText('1 queued for retry.');
  expect(asked('deliveries.retryDead')[0]).toEqual({
    settledBefore: expect.any(Number) as unknown,
    cause: { problem: 'problem.delivery.rejected', host: 'hooks.example.com', status: 422 },
    from: edges[0],
    to: (edges.at(-1) ?? 0) - 1,
  });
});

it('shows no figures before anything was sent', async () => {
  const { desk } = open({}, []);
  await show(<DeliveriesPanel />, desk);
  await screen.findByText(english('deliveries.empty'));
  expect(screen.queryByTestId('delivery-health')).toBeNull();
});

it('tells a delivery’s life and copies its request as a command', async () => {
  const attempt = { number: 1, at: 2_000, ms: 40, status: 500, problem: rejected, response: 'no' };
  const { desk } = open({
    'deliveries.detail': ({ id }) => ({
      ok: true,
      value: {
        ...{ id, method: 'POST', url: 'https://a.example/', headers: ['X-Key: ******'] },
        curl: "curl -X POST 'https://a.example/' -H 'X-Key: <secret: key>'",
        attempts: [attempt, { ...attempt, number: 2, status: 0, response: '' }],
      },
    }),
  });
  const waiting: Delivery = { ...failed, state: 'waiting', nextAt: 60_000 };
  const user = await show(
    <DeliveryDrawer delivery={waiting} version={0} onClose={() => undefined} />,
    desk,
  );
  const attempts = await screen.findAllByTestId('attempt');
  expect(attempts.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Attempt 1, 40 ms.*HTTP 500.*no$/),
    expect.stringMatching(/^Attempt 2, 40 ms.*No response/),
  ]);
  screen.getByText('Next retry');
  await user.click(screen.getByRole('button', { name: 'Copy as curl' }));
  await screen.findByText('Copied');
  expect(await navigator.clipboard.readText()).toContain("-H 'X-Key: <secret: key>'");
});

it('counts failed deliveries in red', async () => {
  const { desk } = open();
  await show(<FailedBadge />, desk);
  expect(screen.queryByTestId('failed-count')).toBeNull();
  desk.patch({ outbox: { waiting: 0, dead: 1, version: 1 } });
  expect((await screen.findByTestId('failed-count')).textContent).toBe('11 failed delivery');
});
