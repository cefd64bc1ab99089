import { headers, type Msg, type NatsConnection } from '@nats-io/nats-core';
import { expect, it, onTestFinished } from 'vitest';
import { NoReplay, replay } from '../../electron/features/sources/nats-replay.ts';
import { connectToNats } from '../support/bus-clients.ts';
import { natsServer } from '../support/bus-servers.ts';

const subject = 'calls.agent.83';
type Part = readonly [text: string, sequence: string];

/** A real server, and on it somebody who answers for the gateway, each question with the next answer. */
async function answeredWith(...answers: readonly (readonly Part[])[]) {
  const { url } = await natsServer();
  const connect = async (): Promise<NatsConnection> => {
    const connection = await connectToNats(url, { user: 'ada', pass: 'secret' });
    onTestFinished(() => connection.close());
    return connection;
  };
  const [gateway, connection] = [await connect(), await connect()];
  let asked = 0;
  const respond = (message: Msg): void => {
    const parts = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    for (const [text, sequence] of parts) {
      const numbered = headers();
      numbered.set('Nats-Sequence', sequence);
      message.respond(text, { headers: numbered });
    }
  };
  gateway.subscribe(`replay.${subject}`, { callback: (_error, message) => respond(message) });
  await gateway.flush();
  const deps = { connection, random: () => 0, wait: () => Promise.resolve() };
  return async (): Promise<number[]> => {
    const read: number[] = [];
    for await (const { seq } of replay({ subject, after: 5, until: 30 }, deps)) read.push(seq);
    return read;
  };
}

const good: readonly Part[] = [
  ['a', '7'],
  ['b', '30'],
  ['', '30'],
];

it.each([
  [
    'a place that is no number',
    [
      ['a', 'x'],
      ['', '30'],
    ],
  ],
  [
    'a place beyond all',
    [
      ['a', 'Infinity'],
      ['', '30'],
    ],
  ],
  [
    'a place behind what was asked for',
    [
      ['a', '7'],
      ['', '31'],
    ],
  ],
  [
    'a place that was read',
    [
      ['a', '5'],
      ['', '30'],
    ],
  ],
  [
    'an order that goes back',
    [
      ['a', '8'],
      ['b', '7'],
      ['', '30'],
    ],
  ],
  [
    'an end before its messages',
    [
      ['a', '8'],
      ['', '6'],
    ],
  ],
  [
    'more than a desk takes',
    [
      ...Array.from({ length: 9 }, (_, at): Part => ['x'.repeat(950_000), String(6 + at)]),
      ['', '30'],
    ],
  ],
] as const)('takes no answer with %s, and asks again', async (_name, wrong) => {
  const read = await answeredWith(wrong, good);
  expect(await read()).toEqual([7, 30]);
});

it('gives up on a gateway that never says anything new', async () => {
  const read = await answeredWith([['', '5']]);
  await expect(read()).rejects.toThrow(NoReplay);
});
