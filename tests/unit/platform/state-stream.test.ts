import { expect, it } from 'vitest';
import { StateStream, type StateReceiver } from '../../../electron/platform/ipc/state-stream.ts';
import type { StatePatch } from '../../../shared/contract/views.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';

function streaming() {
  const clock = new FakeClock();
  const state = new MemoryDesk().state();
  const stream = new StateStream(
    {
      app: () => state.app,
      demo: () => state.demo,
      notices: () => state.notices,
      sources: () => state.sources,
      calls: () => state.calls,
      choices: () => state.choices,
      recent: () => state.recent,
      lastUsed: () => state.lastUsed,
      config: () => state.config,
      signIns: () => state.signIns,
      outbox: () => state.outbox,
      paused: () => state.paused,
      entryLog: () => state.entryLog,
      notes: () => state.notes,
      history: () => state.history,
      managed: () => ({ isWaiting: false }),
      update: () => state.update,
      card: () => state.card,
    },
    clock,
  );
  const patches: string[][] = [];
  const receiver: StateReceiver = {
    send: (_channel: string, { patch }: StatePatch) => patches.push(Object.keys(patch)),
    once: () => undefined,
  };
  stream.addReceiver(receiver);
  return { clock, stream, patches };
}

it('sends what changed within a moment as one patch', () => {
  const { clock, stream, patches } = streaming();
  stream.touch('calls');
  stream.touch('recent');
  clock.advance(50);
  expect(patches).toEqual([['calls', 'recent']]);
});

it('tells the desk of a call right after the popup is on screen', async () => {
  const { clock, stream, patches } = streaming();
  let show = (): void => undefined;
  const shown = new Promise<void>((resolve) => (show = resolve));
  stream.touch('calls');
  stream.waitFor(shown);
  clock.advance(100);
  expect(patches).toEqual([]);
  show();
  await shown;
  await Promise.resolve();
  expect(patches).toEqual([['calls']]);
});

it('waits for a page no longer than 150 ms, also when a second popup opens', () => {
  const { clock, stream, patches } = streaming();
  const never = new Promise(() => undefined);
  stream.touch('calls');
  stream.waitFor(never);
  clock.advance(100);
  stream.waitFor(never);
  clock.advance(50);
  expect(patches).toEqual([['calls']]);
});

it('sends nothing after a popup when nothing changed, and batches as before', async () => {
  const { clock, stream, patches } = streaming();
  const shown = Promise.resolve();
  stream.waitFor(shown);
  await shown;
  await Promise.resolve();
  expect(patches).toEqual([]);
  stream.touch('outbox');
  clock.advance(50);
  expect(patches).toEqual([['outbox']]);
  expect(clock.pending()).toBe(0);
});
