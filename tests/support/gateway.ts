import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import { bundleGateway } from '../../build/lib/gateway-bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import type { gatewayConfigSchema } from '../../gateway/config/gateway-config.ts';
import { endWithTest } from './end-with-test.ts';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

export type GatewayFile = z.input<typeof gatewayConfigSchema>;
export type FeedFile = GatewayFile['feeds'][number];

export const feedSecret = 'secret-of-a-feed-0123456789';

/** Builds the gateway once for a test file. @returns where its program is */
export function builtGateway(): () => string {
  const folder = path.join(root, '.cache', `gateway-${process.pid}`);
  beforeAll(() => bundleGateway(folder), 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => path.join(folder, 'gateway.cjs');
}

/** A CloudEvents feed with a secret in its path, unless the test says otherwise. */
export const feed = (rest: Partial<FeedFile> = {}): FeedFile => ({
  name: 'pbx',
  dialect: 'cloudevents',
  authentication: { type: 'path', secret: feedSecret },
  ...rest,
});

export const agents: NonNullable<GatewayFile['agents']> = [
  { id: '83', email: 'ada@example.com', extension: '1004', queues: ['5', 'Support'] },
  { id: '84', extension: '1005', queues: ['5'] },
  { id: '85', extension: '1006' },
];

export type RunningGateway = Awaited<ReturnType<typeof startGateway>>;

/** The real gateway in a process of its own, ended with the test. */
export async function startGateway(program: string, config: Partial<GatewayFile>) {
  const folder = temporaryFolder();
  const port = config.listen?.port ?? (await freePort());
  const file = path.join(folder, 'gateway.json');
  const whole: GatewayFile = {
    data: path.join(folder, 'data'),
    agents,
    feeds: [feed()],
    ...config,
    listen: { ...config.listen, port },
  };
  const write = (next: GatewayFile): void => writeFileSync(file, JSON.stringify(next));
  write(whole);
  const lines: string[] = [];
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const running = spawn(process.execPath, ['--enable-source-maps', program, file]);
    child = running;
    running.stdout.on('data', (data: Buffer) => lines.push(data.toString()));
    running.stderr.on('data', (data: Buffer) => lines.push(data.toString()));
    await until(async () => {
      if (running.exitCode !== null) throw new Error(lines.join(''));
      if (config.listen?.tls !== undefined) return lines.join('').includes('Server listening');
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      return answer?.ok === true ? true : undefined;
    }, 'the gateway');
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    if (running?.exitCode !== null || running.signalCode !== null) return 0;
    const ended = new Promise<number | null>((resolve) => running.once('exit', resolve));
    running.kill(signal);
    return ended;
  };
  await start();
  onTestFinished(() => end('SIGKILL').then(() => undefined));
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    folder,
    file,
    config: whole,
    write,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pid: () => child?.pid ?? 0,
    log: () => lines.join(''),
    metrics: async () => (await fetch(`${origin}/metrics`)).text(),
    /** Runs a command of the gateway. */
    run(...args: string[]) {
      const { stdout, status, stderr } = spawnSync(
        process.execPath,
        [program, ...args, '--config', file],
        { encoding: 'utf8' },
      );
      return { out: stdout.trim(), err: stderr.trim(), status };
    },
    /** What `tail` has shown so far; ended with the test. */
    tail(name: string): () => string {
      const tail = spawn(process.execPath, [program, 'tail', name, '--config', file]);
      let shown = '';
      tail.stdout.on('data', (data: Buffer) => (shown += data.toString()));
      endWithTest(tail);
      return () => shown;
    },
    post: (body: unknown, options: PostOptions = {}) => post(origin, body, options),
  };
}

interface PostOptions {
  readonly to?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

async function post(
  origin: string,
  body: unknown,
  { to = `/in/pbx/${feedSecret}`, method = 'POST', headers = {} }: PostOptions,
) {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
  const response = await fetch(`${origin}${to}`, {
    method,
    headers: isRaw ? headers : { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
}

/** The code for a desk of an agent. */
export function enrolmentCode(gateway: RunningGateway, agent: string): string {
  const { out, status } = gateway.run('enrol', agent);
  if (status !== 0) throw new Error(out);
  return out.split(' ')[0] ?? '';
}

export const enrol = (gateway: RunningGateway, code: string, token: string) =>
  gateway.post({ code, token }, { to: '/desk/enrol' });

/** A token of a desk of an agent, enrolled as the desk does it. */
export async function deskToken(gateway: RunningGateway, agent: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const answer = await enrol(gateway, enrolmentCode(gateway, agent), token);
  if (answer.status !== 200) throw new Error(answer.text);
  return token;
}

export interface HubEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** A connected desk, as plain as it can be: what it is sent, in order. */
export function connectDesk(gateway: RunningGateway, token: string, lastEventId = '') {
  const events: HubEvent[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${gateway.port}/desk`, {
    headers: { authorization: `Bearer ${token}`, 'last-event-id': lastEventId },
  });
  socket.on('message', (data: Buffer) => events.push(JSON.parse(data.toString()) as HubEvent));
  const outcome = new Promise<string>((resolve) => {
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_request, response) =>
      resolve(String(response.statusCode)),
    );
    socket.on('error', () => resolve('error'));
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  onTestFinished(() => socket.terminate());
  return {
    socket,
    events,
    outcome,
    closed,
    received: (count: number) =>
      until(() => (events.length >= count ? events : undefined), `${count} events`),
    calls: () => events.map(({ data, type }) => `${type} ${String(data['callId'])}`),
  };
}
