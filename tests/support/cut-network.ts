import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { endWithTest } from './end-with-test.ts';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

export interface CuttableServer {
  /** Where the server is reached by the network that can be cut. */
  readonly host: string;
  /** No packet comes through, and nobody is told: connections stay open on both ends. */
  readonly cut: () => void;
  readonly mend: () => void;
}

/** Runs in the network of its own: hands each connection to a socket file, which is in no network. */
const relay = `
  const [port, address, file] = process.argv.slice(1);
  const net = require('node:net');
  net.createServer((one) => {
    const other = net.connect(file);
    for (const [from, to] of [[one, other], [other, one]]) {
      from.pipe(to).on('error', () => from.destroy());
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  }).listen(Number(port), address, () => console.log('listens'));`;

/** Makes a network of the test's own, a cable to it, and in it a way to a server of this computer. */
export async function cuttableServer(port: number): Promise<CuttableServer> {
  const file = path.join(temporaryFolder(), 'relay');
  await forward(file, port);
  const network = ownNetwork();
  const outside = await freePort();
  const address = network?.address ?? '127.0.0.1';
  const args = [process.execPath, '-e', relay, String(outside), address, file];
  const [command = '', ...rest] = network === undefined ? args : [...network.enter, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGCONT'));
  endWithTest(child);
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  await until(() => said.includes('listens') || undefined, 'the relay');
  return {
    host: `${address}:${outside}`,
    // Where the kernel gives no network: a relay that stands still.
    cut: network?.cut ?? (() => void child.kill('SIGSTOP')),
    mend: network?.mend ?? (() => void child.kill('SIGCONT')),
  };
}

async function forward(file: string, port: number): Promise<void> {
  const open = new Set<Socket>();
  const server = createServer((one) => {
    const other = connect(port, '127.0.0.1');
    for (const socket of [one, other]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    one.pipe(other).pipe(one);
    one.on('close', () => other.destroy());
    other.on('close', () => one.destroy());
  });
  await new Promise<void>((resolve) => server.listen(file, resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
    rmSync(file, { force: true });
  });
}

/** Linux, and only for root. */
function ownNetwork() {
  const id = process.pid % 60_000;
  const name = `ringcue-${id}`;
  const [near, far] = [`rc${id}a`, `rc${id}b`];
  const [block, first] = [`10.213.${id >> 8}.`, (id & 63) * 4];
  const address = `${block}${first + 2}`;
  const ip = (...args: string[]): boolean => spawnSync('ip', args).status === 0;
  if (process.platform !== 'linux' || !ip('netns', 'add', name)) return undefined;
  onTestFinished(() => void ip('netns', 'delete', name));
  const made =
    ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name) &&
    ip('address', 'add', `${block}${first + 1}/30`, 'dev', near) &&
    ip('link', 'set', near, 'up') &&
    ip('-n', name, 'address', 'add', `${address}/30`, 'dev', far) &&
    ip('-n', name, 'link', 'set', far, 'up') &&
    ip('-n', name, 'link', 'set', 'lo', 'up');
  if (!made) return undefined;
  const set = (state: 'up' | 'down') => () => {
    execFileSync('ip', ['-n', name, 'link', 'set', far, state]);
  };
  return { address, enter: ['ip', 'netns', 'exec', name], cut: set('down'), mend: set('up') };
}
