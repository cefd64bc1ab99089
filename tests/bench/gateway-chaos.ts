/**
 * `npm run -s gateway:chaos -- --publish hub|nats --kills N --json`: events are posted to the gateway without a pause while
 * it, or nats-server, is ended with SIGKILL at random moments. Prints how many events were acknowledged and
 * how many of those no desk got: `lost`, which must be 0.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { bundleGateway } from '../../build/lib/gateway-bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import {
  NatsTransport,
  type StreamPosition,
} from '../../electron/features/sources/nats-transport.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { createDialSocket } from '../../electron/platform/network/dial-socket.ts';
import { tokenHash } from '../../gateway/hub/credentials.ts';
import { openRecords } from '../../gateway/store/store-operations.ts';
import { startNats, type RunningBus } from '../support/bus-processes.ts';
import { callEvent } from '../support/events.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';
import { poster } from './gateway-load.ts';

const { values } = parseArgs({
  options: {
    publish: { type: 'string', default: 'hub' },
    kills: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
});
const settings = z
  .object({
    publish: z.enum(['hub', 'nats']),
    kills: z.coerce.number().int().min(1).max(1_000),
  })
  .parse(values);

const secret = 'secret-of-the-chaos-0123456789';
const token = randomBytes(32).toString('base64url');
const frameSchema = z.object({ id: z.string(), data: z.object({ callId: z.string() }) });
/** Posts that are on their way at once. */
const writers = 8;

/** A desk that connects again and again, from its last event. */
function hubDesk(port: number, received: Set<string>): () => void {
  let stopped = false;
  let lastId = '';
  let socket: WebSocket | undefined;
  const connect = (): void => {
    socket = new WebSocket(`ws://127.0.0.1:${port}/desk`, {
      headers: { authorization: `Bearer ${token}`, 'last-event-id': lastId },
    });
    socket.on('message', (data: Buffer) => {
      const { id, data: call } = frameSchema.parse(JSON.parse(data.toString()));
      lastId = id;
      received.add(call.callId);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!stopped) setTimeout(connect, 50);
    });
  };
  connect();
  return () => {
    stopped = true;
    socket?.terminate();
  };
}

/** The desk's own NATS transport. Its first start begins with new messages: it is there before the first. */
async function natsDesk(url: string, received: Set<string>): Promise<() => void> {
  let isConnected = false;
  let position: StreamPosition | undefined;
  const transport = new NatsTransport(
    {
      url,
      stream: 'CALLS',
      subjects: ['calls.agent.83'],
      signIn: { user: 'ada', password: 'secret' },
    },
    {
      dialSocket: createDialSocket({
        authorities: () => [],
        resolveProxy: () => Promise.resolve('DIRECT'),
        proxyCredentials: () => undefined,
      }),
      clock: systemClock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      random: Math.random,
      position: () => position,
      remember: (now) => (position = now),
    },
    {
      frame({ text = '' }) {
        received.add(frameSchema.parse(JSON.parse(text)).data.callId);
        return { taken: Promise.resolve(), done: Promise.resolve() };
      },
      status({ phase }) {
        isConnected ||= phase === 'connected';
      },
    },
  );
  transport.start();
  await until(() => (isConnected ? true : undefined), 'the desk at NATS');
  return () => transport.stop();
}

async function startProgram(folder: string, bus: RunningBus | undefined) {
  const program = await bundleGateway(path.join(root, '.cache', `gateway-${process.pid}`));
  const port = await freePort();
  const data = path.join(folder, 'data');
  const file = path.join(folder, 'gateway.json');
  const publish =
    bus === undefined
      ? { type: 'hub' }
      : { type: 'nats', servers: [bus.tcp], user: 'ada', password: 'secret' };
  writeFileSync(
    file,
    JSON.stringify({
      data,
      publish,
      listen: { port },
      agents: [{ id: '83' }],
      feeds: [
        {
          name: 'chaos',
          dialect: 'cloudevents',
          authentication: { type: 'path', secret },
          perSecond: 100_000,
        },
      ],
    }),
  );
  let child: ChildProcess | undefined;
  const isUp = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  return {
    port,
    data,
    async start() {
      child = spawn(process.execPath, [program, file], { stdio: 'ignore' });
      await until(async () => ((await isUp()) ? true : undefined), 'the gateway');
    },
    async kill() {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await ended;
    },
  };
}

type Program = Awaited<ReturnType<typeof startProgram>>;

/** Events that are acknowledged between two kills: posts that were under way may hang for seconds, and are no load. */
const betweenKills = 20;

async function disturb(
  program: Program,
  bus: RunningBus | undefined,
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  for (let kill = 0; kill < settings.kills; kill += 1) {
    const before = acknowledged.size;
    const isAtWork = (): true | undefined =>
      acknowledged.size >= before + betweenKills ? true : undefined;
    await until(isAtWork, 'acknowledged events');
    await wait(50 + Math.random() * 700);
    await (bus ?? program).kill();
    await (bus ?? program).start();
  }
}

async function run(folder: string) {
  const bus = settings.publish === 'nats' ? await startNats(folder) : undefined;
  const program = await startProgram(folder, bus);
  const [acknowledged, received] = [new Set<string>(), new Set<string>()];
  const load = poster(program.port);
  let stopDesk: () => void = () => undefined;
  try {
    await program.start();
    if (bus === undefined) {
      const { desks, close } = openRecords(program.data);
      desks.addCode('code', '83', Date.now() + 60_000);
      desks.enrol('code', tokenHash(token), 'desk', Date.now());
      close();
      stopDesk = hubDesk(program.port, received);
    } else stopDesk = await natsDesk(bus.url, received);
    let isOver = false;
    let posted = 0;
    const write = async (): Promise<void> => {
      while (!isOver) {
        const callId = `c${posted++}`;
        const event = callEvent('ringing', { callId });
        const { status } = await load.post(`/in/chaos/${secret}`, event);
        if (status === 200) acknowledged.add(callId);
        else await wait(20);
      }
    };
    const writing = Array.from({ length: writers }, write);
    await disturb(program, bus, acknowledged);
    isOver = true;
    await Promise.all(writing);
    const missing = (): string[] => [...acknowledged].filter((id) => !received.has(id));
    await until(() => (missing().length === 0 ? true : undefined), 'all events').catch(
      () => undefined,
    );
    return {
      ...settings,
      posted,
      acknowledged: acknowledged.size,
      lost: missing().length,
    };
  } finally {
    stopDesk();
    load.stop();
    await program.kill();
    await bus?.kill();
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-gateway-chaos-'));
try {
  const result = await run(folder);
  console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.join(root, '.cache', `gateway-${process.pid}`), { recursive: true, force: true });
}
