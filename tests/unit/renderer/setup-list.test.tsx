// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DeskPage } from '../../../renderer/features/desk/desk-page.tsx';
import type { RecentPopup, RightsView } from '../../../shared/contract/views.ts';
import { configSchema } from '../../../shared/model/config-document.ts';
import { oneCrmConfig } from '../../support/config.ts';
import { MemoryDesk, noRights } from '../../support/memory-desk.ts';
import { show } from '../../support/render.tsx';

const config = configSchema.parse(oneCrmConfig('ws://127.0.0.1:1', { url: 'https://crm.test/' }));
const source = {
  id: 'pbx',
  name: 'PBX',
  phase: 'connected',
  problem: null,
  received: 0,
  rejected: 0,
  lastRejection: null,
} as const;
const popup = (callKey: string): RecentPopup => ({
  id: callKey,
  at: 0,
  popupId: 'crm',
  popupName: 'CRM',
  caller: 'Grace',
  queue: '',
  outcome: 'opened',
  problem: null,
  lateSeconds: 0,
  callKey,
});

async function desk(document: Partial<typeof config>, rights?: RightsView) {
  const memory = new MemoryDesk(document, {}, rights);
  const user = await show(<DeskPage onOpen={() => undefined} />, memory);
  return { memory, user };
}

const ticks = (): (string | null)[] =>
  ['agent', 'system', 'popup', 'call'].map((step) =>
    within(screen.getByTestId(`setup-${step}`))
      .getByRole('img')
      .getAttribute('aria-label'),
  );

it('ticks each step as soon as it is so, and goes with the first popup of a real call', async () => {
  const { memory } = await desk({});
  expect(ticks()).toEqual(['Done', 'To do', 'To do', 'To do']);
  act(() => memory.patch({ sources: [{ ...source, phase: 'connecting' }] }));
  await waitFor(() =>
    expect(screen.getByTestId('setup-system').textContent).toContain('Connecting'),
  );
  act(() => memory.patch({ sources: [source] }));
  await waitFor(() => expect(ticks()).toEqual(['Done', 'Done', 'To do', 'To do']));
  const { popups, rules } = config;
  const full = { ...memory.state().config, popups: popups ?? [], rules: rules ?? [] };
  act(() => memory.patch({ config: full }));
  await waitFor(() => expect(screen.getByTestId('setup-done').textContent).toBe('3 of 4 done'));
  expect(screen.getByTestId('setup-call').textContent).toContain('Waiting for the call…');
  // A test with a sample call is no call.
  act(() => memory.patch({ recent: [popup('test-1')] }));
  expect(ticks()).toEqual(['Done', 'Done', 'Done', 'To do']);
  act(() => memory.patch({ recent: [popup('["pbx","c-1"]')] }));
  await waitFor(() => expect(screen.queryByTestId('setup-call')).toBeNull());
  await waitFor(() => expect(memory.config.snapshot().settings.setupList).toBe(false));
});

it('says why a call opened nothing', async () => {
  const { memory } = await desk(config);
  const fields = { callerNumber: '+31201234567' };
  act(() =>
    memory.patch({
      sources: [source],
      calls: [
        {
          key: '["pbx","c-1"]',
          stage: 'ringing',
          outcome: 'running',
          caller: { name: 'Grace', number: '' },
          startedAt: 0,
          data: { fields, custom: {}, ext: {} },
        },
      ],
    }),
  );
  const step = screen.getByTestId('setup-call');
  await waitFor(() => expect(step.textContent).toContain('Grace called, but no popup opened.'));
  within(step).getByRole('button', { name: /^Why/ });
});

it('can be hidden, and leaves the way to connect', async () => {
  const { memory, user } = await desk({});
  await user.click(screen.getByRole('button', { name: 'Hide' }));
  await waitFor(() => expect(screen.queryByText('Set up Ringcue')).toBeNull());
  expect(memory.config.snapshot().settings.setupList).toBe(false);
  screen.getByRole('button', { name: 'Connect your phone system' });
});

it('tells an agent without rights whom to ask', async () => {
  const settings = { supportName: 'Service desk', supportAddress: 'tel:+31201234567' };
  await desk({ settings }, noRights);
  expect(screen.queryByText('Set up Ringcue')).toBeNull();
  screen.getByText('Not connected to a phone system yet. Ask your administrator.');
  expect(screen.getByTestId('support').textContent).toContain('Need help? Service desk');
});
