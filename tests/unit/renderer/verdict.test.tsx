// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { foldConnections } from '../../../renderer/features/log/fold-connections.ts';
import { LogPage } from '../../../renderer/features/log/log-page.tsx';
import { PlaceProvider, useWay } from '../../../renderer/api/place-context.tsx';
import { CallVerdict } from '../../../renderer/ui/call-verdict.tsx';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import { configSchema } from '../../../shared/model/config-document.ts';
import type { ActionTrace, EventTrace, RuleTrace } from '../../../shared/model/log-entry.ts';
import { oneCrmConfig } from '../../support/config.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const config = configSchema.parse(oneCrmConfig('ws://127.0.0.1:1', { url: 'https://crm.test/' }));

const trace = (rules: readonly RuleTrace[], rest: Partial<EventTrace> = {}): EventTrace => ({
  eventId: JSON.stringify(rest),
  source: 'pbx',
  stage: 'ringing',
  caller: 'Grace',
  queue: 'Sales',
  agent: '',
  occurredAt: 0,
  receivedAt: 0,
  lateSeconds: 0,
  matchedMs: 2,
  repeated: false,
  isTest: false,
  rules: [...rules],
  ...rest,
});
const missed = (name: string): RuleTrace => ({
  id: name,
  name,
  reason: { code: 'other-queue', queue: 'Sales', wanted: ['Billing'] },
  actions: [],
});
const popup = (rest: Partial<ActionTrace> = {}): ActionTrace => ({
  kind: 'popup',
  name: 'CRM',
  outcome: 'done',
  url: 'https://crm.test/?phone=1',
  requestedMs: 4,
  paintedMs: 80,
  ...rest,
});
const fired = (action: ActionTrace): RuleTrace => ({
  id: 'ring',
  name: 'Call rings',
  actions: [action],
});

const verdict = (): string | null => screen.getByTestId('verdict').textContent;

function Where() {
  const { place } = useWay();
  return <p data-testid="place">{JSON.stringify(place)}</p>;
}

const shown = (traces: readonly EventTrace[], rights?: typeof noRights) =>
  show(
    <PlaceProvider>
      <CallVerdict traces={traces} />
      <Where />
    </PlaceProvider>,
    new MemoryDesk(config, {}, rights),
  );

it('answers once for a call: the event that opened something, and its way to the screen', async () => {
  const user = await shown([
    trace([], { stage: 'queued' }),
    trace([fired(popup()), missed('Billing rings')]),
    trace([missed('Call rings')], { stage: 'hangup' }),
  ]);
  expect(verdict()).toBe('“CRM” was visible 80 ms after the call event.');
  const event = screen.getByTestId('trace');
  for (const step of ['matched after 2 ms', 'requested at 4 ms', 'visible at 80 ms']) {
    within(event).getByText(step);
  }
  expect(event.textContent).toMatch(/Ringing.*Rule: Call rings.*Popup: CRM.*visible/);
  expect(screen.queryByText(/this rule is for/)).toBeNull();
  await user.click(screen.getByRole('button', { name: '1 rule did not match' }));
  screen.getByText('The call is in the queue “Sales”; this rule is for “Billing”.');
  await user.click(screen.getByRole('button', { name: '2 other events of this call' }));
  expect(screen.getAllByTestId('trace')).toHaveLength(3);
  // A rule that is gone has no editor.
  expect(screen.queryByRole('button', { name: 'Edit rule: Billing rings' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Edit rule: Call rings' }));
  expect(screen.getByTestId('place').textContent).toContain('"id":"ring"');
});

it('says what failed, and shows an agent without rights no way to edit', async () => {
  await shown([trace([fired(popup({ notShown: true }))])], noRights);
  expect(verdict()).toBe('“CRM” opened, but its page could not be shown.');
  screen.getByText('an error page was shown instead');
  expect(screen.queryByRole('button', { name: /Edit rule/ })).toBeNull();
});

it('shows the rules that did not match where nothing else is to be seen', async () => {
  await shown([trace([missed('Call rings')], { receivedAt: 1 }), trace([], { repeated: true })]);
  expect(verdict()).toContain('No popup. Call rings: The call is in the queue “Sales”');
  expect(screen.getByRole('alert', { name: 'Call rings' }).textContent).toContain('“Billing”');
});

const connection = (number: number, source = 'PBX'): ShownLogEntry => ({
  number,
  id: String(number),
  at: 0,
  callKey: '',
  text: '',
  kind: 'connection',
  facts: { source, phase: 'connected', problem: null },
});

it('folds a connection that comes and goes, and nothing else', () => {
  const sizes = (entries: readonly ShownLogEntry[]): number[] =>
    foldConnections(entries).map((row) => ('entries' in row ? row.entries.length : 1));
  expect(sizes([1, 2].map((at) => connection(at)))).toEqual([1, 1]);
  expect(sizes([1, 2, 3].map((at) => connection(at)))).toEqual([3]);
  expect(sizes([connection(1), connection(2, 'NATS'), connection(3)])).toEqual([1, 1, 1]);
});

it('asks for calls without a popup, turns the order, and opens what is folded', async () => {
  const entries = [3, 2, 1].map((at) => connection(at));
  const desk = new MemoryDesk(config, { 'log.search': () => ({ ok: true, value: { entries } }) });
  const user = await show(<LogPage />, desk);
  await user.click(await screen.findByText('PBX: the connection changed 3 times'));
  expect(screen.getAllByText('PBX: Connected')).toHaveLength(3);
  const asked = () => desk.called.mock.calls.at(-1)?.[1];
  await user.click(screen.getByRole('combobox', { name: 'Kind' }));
  await user.click(await screen.findByRole('option', { name: 'Calls without a popup' }));
  await waitFor(() => expect(asked()).toMatchObject({ withoutPopup: true }));
  await user.click(screen.getByRole('button', { name: 'Time' }));
  await waitFor(() => expect(asked()).toMatchObject({ withoutPopup: true, order: 'oldest' }));
  const head = screen.getByRole('columnheader', { name: 'Time' });
  expect(head.getAttribute('aria-sort')).toBe('ascending');
});
