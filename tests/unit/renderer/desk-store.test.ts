// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeskStore } from '../../../renderer/api/desk-store.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param answers what each request for the whole state gets, in order */
function storeOf(desk: MemoryDesk, answers: (() => Promise<unknown>)[]): DeskStore {
  const bridge = desk.bridge();
  const ask = (): Promise<unknown> => answers.shift()?.() ?? Promise.reject(new Error('refused'));
  Object.assign(window, { ringcue: { ...bridge, calls: { ...bridge.calls, 'state.get': ask } } });
  const store = new DeskStore();
  store.start();
  return store;
}

const whole = (desk: MemoryDesk, revision: number) => () =>
  Promise.resolve({ ok: true, value: { revision, state: desk.state() } });

it('asks again for a state that it did not get', async () => {
  const desk = new MemoryDesk();
  const refused = () => Promise.resolve({ ok: false, problems: [] });
  const broken = () => Promise.reject(new Error('refused'));
  const store = storeOf(desk, [broken, refused, whole(desk, 0)]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.snapshot()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.snapshot()).toBeDefined();
  store.stop();
});

it('takes in a change that overtook the answer to its first question', async () => {
  const desk = new MemoryDesk();
  let answer: (reply: unknown) => void = () => undefined;
  const slow = () => new Promise((resolve) => (answer = resolve));
  const state = { ...desk.state(), entryLog: { version: 7 } };
  const newest = () => Promise.resolve({ ok: true, value: { revision: 1, state } });
  const store = storeOf(desk, [slow, newest]);
  desk.patch({ entryLog: { version: 7 } });
  answer(await whole(desk, 0)());
  await vi.advanceTimersByTimeAsync(0);
  expect(store.snapshot()?.entryLog).toEqual({ version: 7 });
  store.stop();
});

it.each([0, 500])('asks no more once it is stopped, after %d ms', async (after) => {
  const desk = new MemoryDesk();
  const answers = [() => Promise.reject(new Error('refused')), whole(desk, 0)];
  const store = storeOf(desk, answers);
  if (after > 0) await vi.advanceTimersByTimeAsync(after);
  store.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(answers).toHaveLength(1);
});
