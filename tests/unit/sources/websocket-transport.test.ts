import { expect, it } from 'vitest';
import type { SocketHandlers } from '../../../electron/platform/ports/socket.ts';
import { reconnectDelay } from '../../../electron/features/sources/reconnect-delay.ts';
import { connectionProblem } from '../../../electron/platform/ports/connection-problem.ts';
import { failureOf } from '../../../electron/platform/ports/failure-of.ts';
import { Retry } from '../../../electron/features/sources/retry.ts';
import {
  agentPlaceholders,
  fillMessage,
  fillText,
} from '../../../electron/features/sources/fill-template.ts';
import type { TokenAnswer } from '../../../electron/features/sources/token-request.ts';
import { handled, type TransportStatus } from '../../../electron/features/sources/transport.ts';
import {
  WebSocketTransport,
  type WebSocketSettings,
} from '../../../electron/features/sources/websocket-transport.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { verbatim, message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';

const plain: WebSocketSettings = {
  plan: () => ({ url: 'ws://x', headers: {}, messages: ['hello'] }),
};

function setUp(settings = plain) {
  const clock = new FakeClock();
  const sockets: { handlers: SocketHandlers; sent: string[]; pings: number; ended: boolean }[] = [];
  const statuses: TransportStatus[] = [];
  const frames: (string | undefined)[] = [];
  const transport = new WebSocketTransport(
    settings,
    {
      clock,
      random: () => 1,
      openSocket(_request, handlers) {
        const socket = { handlers, sent: [] as string[], pings: 0, ended: false };
        sockets.push(socket);
        return {
          send: (text) => socket.sent.push(text),
          ping: () => (socket.pings += 1),
          pause: () => undefined,
          resume: () => undefined,
          close: () => (socket.ended = true),
          terminate: () => (socket.ended = true),
        };
      },
    },
    {
      frame({ text }) {
        frames.push(text);
        return handled;
      },
      status: (status) => statuses.push(status),
    },
  );
  transport.start();
  return { clock, sockets, statuses, frames, transport, last: () => sockets.at(-1)! };
}

it('subscribes when open, and reports a silent socket dead within 10 s', () => {
  const { clock, last, statuses, sockets } = setUp();
  last().handlers.opened();
  expect(last().sent).toEqual(['hello']);
  clock.advance(4_000);
  expect(last().pings).toBe(1);
  last().handlers.ponged();
  clock.advance(9_000);
  const dead = sockets[0]!;
  expect(dead.ended).toBe(true);
  expect(statuses.at(-1)).toMatchObject({
    phase: 'waiting',
    problem: message('problem.connection.noAnswer'),
  });
  dead.handlers.message('late', 4);
  dead.handlers.closed(1006);
  clock.advance(4_000);
  expect(sockets).toHaveLength(2);
});

it('notices within two seconds of waking up', () => {
  const { clock, last, transport, statuses } = setUp();
  last().handlers.opened();
  transport.probe();
  clock.advance(2_000);
  expect(statuses.at(-1)?.phase).toBe('waiting');
});

it('does not spin when the server closes every connection at once', () => {
  const { clock, sockets, last } = setUp();
  for (let round = 0; round < 200 && clock.now() < 1_060_000; round += 1) {
    last().handlers.opened();
    last().handlers.closed(1000);
    clock.advance(100);
  }
  clock.advance(60_000);
  const { length } = sockets;
  expect(length).toBeLessThan(40);
});

it('says in plain words why it cannot connect', () => {
  const { last, statuses } = setUp();
  last().handlers.failed({ code: 'HTTP', status: 401, message: '' });
  last().handlers.closed(1006);
  expect(statuses.at(-1)).toMatchObject({
    phase: 'waiting',
    problem: message('problem.connection.signInRefused', { status: 401 }),
  });
});

it('leaves nothing running after stop', () => {
  const { clock, last, transport, frames, sockets } = setUp();
  last().handlers.opened();
  transport.stop();
  last().handlers.message('after', 5);
  clock.advance(60_000);
  expect(frames).toEqual([]);
  expect(sockets).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

it('waits with full jitter under a ceiling of 4 s, 30 s after a refusal', () => {
  expect(reconnectDelay(0, 1)).toBe(250);
  expect(reconnectDelay(3, 0.5)).toBe(1_000);
  expect(reconnectDelay(50, 1)).toBe(4_000);
  expect(reconnectDelay(50, 0)).toBe(0);
  expect(reconnectDelay(50, 1, true)).toBe(30_000);
});

it('fills the agent into the leaves of the subscribe message', () => {
  const values = agentPlaceholders({ email: 'a"b@example.com' });
  expect(fillMessage({ to: ['${agent.email}'], id: '${agent.id}' }, values)).toBe(
    JSON.stringify({ to: ['a"b@example.com'], id: '' }),
  );
  expect(fillMessage('SUB ${agent.email} ${theirs}', values)).toBe('SUB a"b@example.com ${theirs}');
  expect(fillMessage(undefined, values)).toBeUndefined();
  expect(fillMessage({ after: '${lastEventId}' }, { lastEventId: 'e7' })).toBe('{"after":"e7"}');
});

it('keeps a silent connection alive with the message of the source', () => {
  const { clock, last } = setUp({
    plan: () => ({
      url: 'ws://x',
      headers: {},
      messages: [],
      keepAlive: { message: 'heartbeat', everyMs: 3_000 },
    }),
  });
  last().handlers.opened();
  for (let round = 0; round < 3; round += 1) {
    clock.advance(3_000);
    last().handlers.ponged();
  }
  expect(last().sent).toEqual(['heartbeat', 'heartbeat', 'heartbeat']);
});

it('gets a token before each connection, and says when it is refused', async () => {
  const answers: TokenAnswer[] = [
    { ok: false, problem: verbatim('Refused.'), refused: true },
    { ok: true, token: 't1' },
  ];
  const { clock, sockets, statuses, last } = setUp({
    signIn: () => Promise.resolve(answers.shift()!),
    plan: (token) => ({ url: `ws://x/${token}`, headers: {}, messages: [`sub ${token}`] }),
  });
  await Promise.resolve();
  expect(sockets).toEqual([]);
  expect(statuses.at(-1)).toMatchObject({ phase: 'waiting', problem: verbatim('Refused.') });
  clock.advance(30_000);
  await Promise.resolve();
  last().handlers.opened();
  expect(last().sent).toEqual(['sub t1']);
});

it('tries again where an address cannot be filled in, or signing in fails in an unforeseen way', async () => {
  const broken = setUp({
    plan() {
      throw new Error('broken');
    },
  });
  expect(broken.statuses.at(-1)).toMatchObject({
    phase: 'waiting',
    problem: message('problem.source.placeholder', { reason: 'broken' }),
  });
  const signIn = setUp({ ...plain, signIn: () => Promise.reject(new Error('no way')) });
  await Promise.resolve();
  await Promise.resolve();
  expect(signIn.statuses.at(-1)).toMatchObject({
    phase: 'waiting',
    problem: message('problem.source.signInError', { reason: 'no way' }),
  });
  expect(fillText('${agent.id}', { 'agent.id': 'half \ud83d' }, encodeURIComponent)).toBe(
    'half%20%EF%BF%BD',
  );
});

it('never shows an address that is not valid: a token may stand in it', () => {
  let failure: unknown;
  try {
    new URL('wss://pbx.example.com:port/?token=SECRET');
  } catch (error) {
    failure = error;
  }
  expect(english(connectionProblem(failureOf(failure)))).toContain('The URL is not valid');
  const syntax = new SyntaxError('Invalid URL: wss://x/?token=SECRET');
  expect(english(connectionProblem(failureOf(syntax)))).not.toContain('SECRET');
});

it('takes a long backlog for what waited until its first gap, and a busy feed not for ever', () => {
  const clock = new FakeClock();
  const retry = new Retry({ clock, random: () => 0 });
  retry.connected();
  for (let time = 0; time < 8_000; time += 400) {
    expect(retry.isCatchingUp()).toBe(true);
    clock.advance(400);
  }
  clock.advance(600);
  expect(retry.isCatchingUp()).toBe(false);
  clock.advance(10);
  expect(retry.isCatchingUp()).toBe(false);
  retry.connected();
  let last = true;
  for (let time = 0; time <= 20_000; time += 100) {
    last = retry.isCatchingUp();
    clock.advance(100);
  }
  expect(last).toBe(false);
});
