import { onTestFinished } from 'vitest';
import { startEventServer, type EventServer } from '../../electron/features/demo/event-server.ts';

/** The event server of this test, stopped with it. */
export async function testEventServer(port?: number): Promise<EventServer> {
  const server = await startEventServer(port);
  onTestFinished(() => server.stop());
  return server;
}
