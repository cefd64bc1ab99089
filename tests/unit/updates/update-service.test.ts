import { expect, it } from 'vitest';
import { UpdateService } from '../../../electron/features/updates/index.ts';
import type { Updater } from '../../../electron/platform/ports/updater.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const hour = 3_600_000;
const silent = (): void => undefined;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function started(...offered: readonly string[]) {
  const clock = new FakeClock();
  const state = { calls: 0, policy: undefined as Policy['updates'], fails: false };
  const asked: (string | undefined)[] = [];
  const fetches: { signal: AbortSignal; end: () => void }[] = [];
  const updater: Updater = {
    look: (url) => {
      asked.push(url);
      return state.fails ? Promise.reject(new Error('no such host')) : Promise.resolve(offered[0]);
    },
    fetch: (signal) =>
      new Promise((resolve) => {
        fetches.push({ signal, end: resolve });
        signal.addEventListener('abort', () => resolve());
      }),
    install: () => undefined,
  };
  const service = new UpdateService({
    clock,
    log: { info: silent, warn: silent, error: silent },
    updater,
    whyNot: undefined,
    policy: () => state.policy,
    losesOptions: false,
    isBusy: () => state.calls > 0,
    random: () => 0.5,
  });
  service.start();
  const calls = (count: number): void => {
    state.calls = count;
    service.settle();
  };
  return { clock, state, asked, fetches, service, calls };
}

it('looks soon after the start and every four hours, where the package or the policy says', async () => {
  const { clock, state, asked, service } = started();
  clock.advance(30_000);
  await settled();
  expect(service.view()).toEqual({ state: 'idle', checkedAt: clock.now() });
  state.policy = { off: false, url: 'https://it.example.com/ringcue' };
  clock.advance(4 * hour);
  await settled();
  expect(asked).toEqual([undefined, 'https://it.example.com/ringcue']);
  state.policy = { off: true };
  clock.advance(4 * hour);
  await settled();
  expect(asked).toHaveLength(2);
  expect(service.view()).toEqual({ state: 'off', why: 'policy' });
});

it('waits for the end of a call, and gives way to one that comes', async () => {
  const { service, fetches, asked, calls } = started('0.3.0');
  calls(1);
  await service.check();
  expect(service.view()).toEqual({ state: 'waiting' });
  expect(asked).toEqual([]);
  calls(0);
  await settled();
  expect(service.view()).toEqual({ state: 'fetching', version: '0.3.0' });
  calls(1);
  await settled();
  expect(fetches[0]?.signal.aborted).toBe(true);
  expect(service.view()).toEqual({ state: 'waiting' });
  calls(0);
  await settled();
  fetches[1]?.end();
  await settled();
  expect(service.view()).toEqual({ state: 'ready', version: '0.3.0' });
});

it('gives a download up where the policy leaves updates to IT', async () => {
  const { service, state, fetches, asked } = started('0.3.0');
  const checking = service.check();
  await settled();
  state.policy = { off: true };
  service.settle();
  await checking;
  await service.check();
  expect(fetches.map(({ signal }) => signal.aborted)).toEqual([true]);
  expect(asked).toHaveLength(1);
  expect(service.view()).toEqual({ state: 'off', why: 'policy' });
});

it('fetches again where the call ended before the download knew of it', async () => {
  const { clock, service, fetches, calls } = started('0.3.0');
  void service.check();
  await settled();
  calls(1);
  calls(0);
  await settled();
  clock.advance(0);
  await settled();
  expect(fetches).toHaveLength(2);
  expect(service.view()).toEqual({ state: 'fetching', version: '0.3.0' });
});

it('restarts only into a version that is there, and never during a call', async () => {
  const { service, state, fetches } = started('0.3.0');
  expect(service.mayRestart()).toMatchObject({
    problem: { message: { id: 'problem.update.none' } },
  });
  const checking = service.check();
  await settled();
  fetches[0]?.end();
  await checking;
  state.calls = 1;
  expect(service.mayRestart()).toMatchObject({
    problem: { message: { id: 'problem.update.inCall' } },
  });
  state.calls = 0;
  expect(service.mayRestart().ok).toBe(true);
  state.policy = { off: true };
  expect(service.mayRestart().ok).toBe(false);
});

it('says why it could not look, and does so again later', async () => {
  const { service, state } = started();
  state.fails = true;
  await service.check();
  expect(service.view()).toMatchObject({
    problem: { id: 'problem.update.notFetched', values: { reason: 'no such host' } },
  });
  state.fails = false;
  await service.check();
  expect(service.view()).not.toHaveProperty('problem.id');
});
