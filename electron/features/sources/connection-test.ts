import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import type { TestStep } from '../../../shared/contract/source-views.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText } from '../../platform/logging/log.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import { failureOf } from '../../platform/ports/failure-of.ts';
import { frameDecoder } from '../../../shared/mappings/frame-decoder.ts';
import type { MappingEvaluator } from '../../../shared/mappings/mapping-evaluator.ts';
import { readFrame } from '../../../shared/frames/read-frame.ts';
import {
  handled,
  type Frame,
  type Transport,
  type TransportHandlers,
  type TransportStatus,
} from './transport.ts';
import { message, type Message, verbatim } from '../../../shared/text/message.ts';
import { located } from '../../../shared/result.ts';

/** Milliseconds in which a server must be there. */
const connectWithin = 12_000;
/** Milliseconds to wait for a first message. Silence is not an error: maybe nobody is calling. */
const messageWithin = 3_000;

export interface ConnectionTestDeps {
  readonly clock: Clock;
  readonly createTransport: (source: Source) => (handlers: TransportHandlers) => Transport;
  readonly createEvaluator: () => MappingEvaluator;
  /** False where a proxy finds and reaches the server for us. */
  readonly isDirect: (url: string) => Promise<boolean>;
}

/** Tries a source's connection step by step, beside the one that may be running. */
export async function testConnection(
  source: Source,
  deps: ConnectionTestDeps,
): Promise<readonly TestStep[]> {
  const { transport } = source;
  if (transport.type === 'http') return connectAndListen(source, deps, 'listen');
  const steps: TestStep[] = [];
  const url = new URL(transport.url.replace(/\$\{[^{}]*\}/g, 'x').replace(/^ws/i, 'http'));
  if (await deps.isDirect(transport.url)) {
    for (const step of [findName, reach]) {
      const found = await step(url);
      steps.push(found);
      if (found.outcome === 'failed') return steps;
    }
  }
  return [...steps, ...(await connectAndListen(source, deps, 'connect'))];
}

async function findName({ hostname }: URL): Promise<TestStep> {
  try {
    const { address } = await lookup(hostname.replace(/^\[|\]$/g, ''));
    return { name: 'name', outcome: 'ok', said: verbatim(`${hostname} → ${address}`) };
  } catch (error) {
    return { name: 'name', outcome: 'failed', said: connectionProblem(failureOf(error)) };
  }
}

function reach({ hostname, port, protocol }: URL): Promise<TestStep> {
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: number });
    const end = (step: TestStep): void => {
      socket.destroy();
      resolve(step);
    };
    socket.setTimeout(connectWithin, () =>
      end({ name: 'reach', outcome: 'failed', said: message('problem.connection.noAnswer') }),
    );
    socket.once('connect', () =>
      end({ name: 'reach', outcome: 'ok', said: message('problem.test.port', { port: number }) }),
    );
    socket.once('error', (error) =>
      end({ name: 'reach', outcome: 'failed', said: connectionProblem(failureOf(error)) }),
    );
  });
}

/** @param name of the step that ends with a connection, or with a port that is open */
async function connectAndListen(
  source: Source,
  deps: ConnectionTestDeps,
  name: 'connect' | 'listen',
): Promise<TestStep[]> {
  let onStatus: (status: TransportStatus) => void = () => undefined;
  let onFrame: (frame: Frame) => void = () => undefined;
  const settled = new Promise<TransportStatus>((resolve) => {
    onStatus = (status) => {
      if (status.phase === 'connected' || status.phase === 'waiting') resolve(status);
    };
  });
  const firstFrame = new Promise<Frame>((resolve) => (onFrame = resolve));
  const transport = deps.createTransport(source)({
    frame(frame) {
      onFrame(frame);
      return handled;
    },
    status: (status) => onStatus(status),
  });
  transport.start();
  try {
    const status = await orAfter(settled, connectWithin, deps.clock);
    if (status?.phase !== 'connected') {
      const said = status?.problem ?? message('problem.connection.noAnswer');
      return [{ name, outcome: 'failed', said }];
    }
    const frame = await orAfter(firstFrame, messageWithin, deps.clock);
    return [
      { name, outcome: 'ok', said: null },
      frame === undefined
        ? { name: 'message', outcome: 'open', said: null }
        : await understood(frame, source, deps),
    ];
  } finally {
    transport.stop();
  }
}

async function understood(
  frame: Frame,
  source: Source,
  deps: ConnectionTestDeps,
): Promise<TestStep> {
  const decoder = frameDecoder(source, deps.createEvaluator);
  const { receivedAt, topic } = frame;
  const context = { source: source.id, receivedAt, feed: source.feed ?? {}, topic };
  const failed = (said: Message): TestStep => ({ name: 'message', outcome: 'failed', said });
  try {
    const isMapped = decoder.kind === 'mapping';
    const framing = frame.framing ?? source.feed?.framing;
    const read = readFrame(frame, { framing, isMapped });
    if (!read.ok) return failed(located(read.problem));
    for (const item of read.value.items) {
      const events = await decoder.decode(item, context);
      if (!events.ok) return failed(located(events.problem));
    }
    return { name: 'message', outcome: 'ok', said: null };
  } catch (error) {
    return failed(verbatim(errorText(error)));
  } finally {
    if (decoder.kind === 'mapping') decoder.stop();
  }
}

/** Undefined where it did not come in time. */
function orAfter<T>(promise: Promise<T>, ms: number, clock: Clock): Promise<T | undefined> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve(undefined));
    void promise.then((value) => {
      cancel();
      resolve(value);
    });
  });
}
