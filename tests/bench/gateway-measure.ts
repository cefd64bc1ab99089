/** Desks at one server, webhooks for single agents, and how long each took. */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { callEvent } from '../support/events.ts';
import { until } from '../support/until.ts';
import { poster, preciseNow, quantiles } from './gateway-load.ts';
import type { Subject } from './gateway-subjects.ts';

export interface Load {
  readonly desks: number;
  readonly events: number;
  /** Events a second. */
  readonly rate: number;
  /** Events before, which are not counted. */
  readonly warmUp: number;
}

const processes = 4;

/** Ends the server when it is done. */
export async function measure({ child, port, pathFor }: Subject, load: Load) {
  const latencies: number[] = [];
  const clients: ChildProcess[] = [];
  const { post, stop } = poster(port);
  try {
    clients.push(...(await connectDesks(port, load.desks, latencies)));
    const acknowledged: number[] = [];
    const posts: Promise<void>[] = [];
    for (let index = -load.warmUp; index < load.events; index += 1) {
      const agent = Math.floor(Math.random() * load.desks);
      const event = callEvent('ringing', {
        callId: `c${index}`,
        agent: { id: String(agent) },
        sentAt: preciseNow(),
        isWarmUp: index < 0,
      });
      posts.push(
        post(pathFor(agent), event).then(({ status, took }) => {
          if (status === 200 && index >= 0) acknowledged.push(took);
        }),
      );
      await wait(1000 / load.rate);
    }
    await Promise.all(posts);
    await until(
      () => (latencies.length >= acknowledged.length ? true : undefined),
      'every event at its desk',
    ).catch(() => undefined);
    return {
      toDeskMs: quantiles(latencies),
      acknowledgedMs: quantiles(acknowledged),
      megabytes: megabytes(child),
      lost: load.events - latencies.length,
    };
  } finally {
    stop();
    for (const client of clients) client.kill();
    await ended(child);
  }
}

/** With a farewell, as a profile is written then. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([exit, wait(20_000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}

async function connectDesks(
  port: number,
  desks: number,
  latencies: number[],
): Promise<ChildProcess[]> {
  let connected = 0;
  const clients = Array.from({ length: processes }, (_, index) => {
    const [from, to] = [index, index + 1].map((part) => Math.floor((desks * part) / processes));
    const args = [String(port), '/desk', String(from), String(to)];
    const client = fork(path.join(import.meta.dirname, 'gateway-desks.ts'), args);
    client.on('message', (message) => {
      if (message === 'connected') connected += 1;
      else latencies.push(z.number().parse(message));
    });
    return client;
  });
  await until(() => (connected === processes ? true : undefined), 'all desks', 300_000);
  return clients;
}

const megabytes = ({ pid }: ChildProcess): number =>
  Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  );
