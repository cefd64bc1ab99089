import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

/** A message bus that can be stopped and started again with what it kept. */
export interface BusServer {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The real nats-server with JetStream and WebSocket, on loopback. User `ada`, password `secret`. */
export async function natsServer(): Promise<BusServer> {
  const folder = temporaryFolder();
  const [port, websocket] = [await freePort(), await freePort()];
  const config = path.join(folder, 'nats.conf');
  writeFileSync(
    config,
    `listen: "127.0.0.1:${port}"
jetstream { store_dir: "${folder}/store" }
websocket { listen: "127.0.0.1:${websocket}", no_tls: true }
authorization { user: ada, password: secret }
`,
  );
  return bus(`ws://127.0.0.1:${websocket}`, websocket, () => spawn('nats-server', ['-c', config]));
}

/** The real mosquitto with WebSocket and persistence, on loopback. */
export async function mosquittoServer(): Promise<BusServer> {
  const folder = temporaryFolder();
  const port = await freePort();
  const config = path.join(folder, 'mosquitto.conf');
  writeFileSync(
    config,
    // Debian's 2.0.11 does not start with a WebSocket listener alone.
    `listener ${await freePort()} 127.0.0.1
listener ${port} 127.0.0.1
protocol websockets
socket_domain ipv4
allow_anonymous true
persistence true
persistence_location ${folder}/
autosave_interval 1
user root
`,
  );
  return bus(`ws://127.0.0.1:${port}`, port, () => spawn('mosquitto', ['-c', config]));
}

async function bus(url: string, port: number, run: () => ChildProcess): Promise<BusServer> {
  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (running?.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill();
    await ended;
  };
  const start = async (): Promise<void> => {
    child = run();
    await until(() => listens(port), `a server on port ${port}`);
  };
  onTestFinished(stop);
  await start();
  return { url, start, stop };
}

const listens = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(undefined));
  });
