// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { DeskState } from '../../../shared/contract/views.ts';
import { countRenders } from '../../support/count-renders.ts';
// Before React is loaded: it looks for the hook once.
const count = countRenders();
const { act, screen } = await import('@testing-library/react');
const { Shell } = await import('../../../renderer/shell.tsx');
const { show } = await import('../../support/render.tsx');
const { MemoryDesk } = await import('../../support/memory-desk.ts');

it('draws for a call event only what shows calls', async () => {
  const desk = new MemoryDesk();
  await show(<Shell />, desk);
  const send = (patch: Partial<DeskState>): void => act(() => desk.patch(patch));
  count.start();
  send({ entryLog: { version: 1 }, history: { version: 1, missed: 0 } });
  expect(count.stop(), 'what nobody on the desk shows').toEqual([]);
  count.start();
  send({ calls: [ringing] });
  await screen.findByText('+31 20 123 4567');
  const drawn = count.stop();
  expect(drawn).toContain('CallsInProgress');
  for (const other of ['Shell', 'RecentPopups', 'ConnectionState', 'DemoBar', 'PauseBar']) {
    expect(drawn).not.toContain(other);
  }
});

const ringing: CallView = {
  key: '["pbx","c-1"]',
  stage: 'ringing',
  outcome: 'running',
  caller: { name: '', number: '+31 20 123 4567' },
  startedAt: 0,
  rangAt: 0,
  data: { fields: { callerNumber: '+31201234567' }, custom: {}, ext: {} },
};
