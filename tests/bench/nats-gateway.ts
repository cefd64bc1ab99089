import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleGateway } from '../../build/lib/gateway-bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';

/** The real gateway at a NATS server: it makes the stream, and repeats to desks what they missed. @returns what ends it */
export async function startNatsGateway(folder: string, server: string): Promise<() => void> {
  const built = path.join(root, '.cache', `gateway-${process.pid}`);
  const program = await bundleGateway(built);
  const port = await freePort();
  const file = path.join(folder, 'gateway.json');
  const publish = { type: 'nats', servers: [server], user: 'ada', password: 'secret' };
  writeFileSync(file, JSON.stringify({ data: folder, listen: { port }, feeds: [], publish }));
  const child = spawn(process.execPath, [program, file], { stdio: 'ignore' });
  const isUp = (): Promise<true | undefined> =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => (ok ? true : undefined),
      () => undefined,
    );
  await until(isUp, 'the gateway');
  return () => {
    child.kill('SIGKILL');
    rmSync(built, { recursive: true, force: true });
  };
}
