import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { mosquittoRules } from './scaling-rules.ts';
import { until } from './until.ts';

/** A message bus that can be stopped and started again with what it kept. */
export interface RunningBus {
  readonly url: string;
  /** Where other servers connect; empty for a bus that has no such port. */
  readonly tcp: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Without a farewell, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** The process stands still: connections stay open, and nothing answers. */
  readonly freeze: () => void;
  readonly pid: () => number | undefined;
}

/** User `ada` with the password `secret`, who may do all, and agents. */
export const natsUsers = (agents: readonly string[] = []): string =>
  `authorization { users: [ ${['{ user: ada, password: secret }', ...agents].join(', ')} ] }`;

/** The real nats-server with JetStream and WebSocket, on loopback. @param access who may connect */
export async function startNats(folder: string, access = natsUsers()): Promise<RunningBus> {
  const [port, websocket] = [await freePort(), await freePort()];
  const config = path.join(folder, 'nats.conf');
  writeFileSync(
    config,
    `listen: "127.0.0.1:${port}"
jetstream { store_dir: "${folder}/store" }
websocket { listen: "127.0.0.1:${websocket}", no_tls: true }
${access}
`,
  );
  return bus(
    `ws://127.0.0.1:${websocket}`,
    websocket,
    () => spawn('nats-server', ['-c', config]),
    `nats://127.0.0.1:${port}`,
  );
}

/** The real mosquitto with WebSocket and persistence, on loopback. Open to all unless there are users. */
export async function startMosquitto(
  folder: string,
  users: Readonly<Record<string, string>> = {},
): Promise<RunningBus> {
  const access = Object.keys(users).length === 0 ? ['allow_anonymous true'] : guard(folder, users);
  const port = await freePort();
  const config = path.join(folder, 'mosquitto.conf');
  writeFileSync(
    config,
    // Debian's 2.0.11 does not start with a WebSocket listener alone.
    `listener ${await freePort()} 127.0.0.1
listener ${port} 127.0.0.1
protocol websockets
socket_domain ipv4
${access.join('\n')}
max_queued_messages 0
persistence true
persistence_location ${folder}/
autosave_interval 1
user root
`,
  );
  return bus(`ws://127.0.0.1:${port}`, port, () => spawn('mosquitto', ['-c', config]));
}

/** The event server of the scale bench, in a process of its own. */
export async function startEventNode(): Promise<RunningBus> {
  const port = await freePort();
  const file = path.join(import.meta.dirname, '../bench/event-node.ts');
  const run = (): ChildProcess =>
    spawn(process.execPath, ['--import', 'tsx', file, String(port)], { stdio: 'inherit' });
  return bus(`ws://127.0.0.1:${port}`, port, run);
}

/** Each agent reads the topic of the own id only; `pbx` publishes. */
function guard(folder: string, users: Readonly<Record<string, string>>): string[] {
  const passwords = path.join(folder, 'passwords');
  const access = path.join(folder, 'access');
  writeFileSync(passwords, '', { mode: 0o600 });
  for (const [user, password] of Object.entries(users)) {
    execFileSync('mosquitto_passwd', ['-b', passwords, user, password], { stdio: 'pipe' });
  }
  writeFileSync(access, mosquittoRules(), { mode: 0o600 });
  return ['allow_anonymous false', `password_file ${passwords}`, `acl_file ${access}`];
}

async function bus(
  url: string,
  port: number,
  run: () => ChildProcess,
  tcp = '',
): Promise<RunningBus> {
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = undefined;
    if (running?.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    running.kill('SIGCONT'); // a frozen one hears nothing else
    await ended;
  };
  const start = async (): Promise<void> => {
    child = run();
    await until(() => listens(port), `a server on port ${port}`);
  };
  await start();
  return {
    url,
    tcp,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => void child?.kill('SIGSTOP'),
    pid: () => child?.pid,
  };
}

const listens = (port: number): Promise<true | undefined> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(undefined));
  });
