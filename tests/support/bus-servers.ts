import { onTestFinished } from 'vitest';
import { natsUsers, startMosquitto, startNats, type RunningBus } from './bus-processes.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The nats-server of this test, stopped with it. */
export const natsServer = (agents?: readonly string[]): Promise<RunningBus> =>
  stoppedWithTest(startNats(temporaryFolder(), natsUsers(agents)));

/** The mosquitto of this test, stopped with it. */
export const mosquittoServer = (users?: Readonly<Record<string, string>>): Promise<RunningBus> =>
  stoppedWithTest(startMosquitto(temporaryFolder(), users));

async function stoppedWithTest(starting: Promise<RunningBus>): Promise<RunningBus> {
  const server = await starting;
  onTestFinished(() => server.stop());
  return server;
}
