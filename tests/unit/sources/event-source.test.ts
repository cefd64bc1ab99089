import { setImmediate as settled } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { EventSource } from '../../../electron/features/sources/event-source.ts';
import { SourceManager } from '../../../electron/features/sources/source-manager.ts';
import type { TransportHandlers } from '../../../electron/features/sources/transport.ts';
import { cloudEvents } from '../../../shared/dialects/cloudevents.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { sourceSchema } from '../../../shared/model/source.ts';
import { callEvent } from '../../support/events.ts';
import { saidBy } from '../../support/said-by.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const idle = { start: () => undefined, stop: () => undefined, probe: () => undefined };

function setUp() {
  let handlers: TransportHandlers | undefined;
  const events: string[] = [];
  const handled: string[] = [];
  const release: (() => void)[] = [];
  const source = new EventSource({
    id: 's',
    name: 'S',
    decoder: { kind: 'dialect', decode: cloudEvents.decode },
    feed: {},
    log,
    createTransport(given) {
      handlers = given;
      return idle;
    },
    onEvent(event) {
      events.push(event.id);
      return new Promise((resolve) => release.push(resolve));
    },
    onHandled: (id) => handled.push(id),
    onChange: () => undefined,
  });
  const send = (value: unknown) => {
    const text = JSON.stringify(value);
    return handlers!.frame({ text, bytes: text.length, receivedAt: 0 });
  };
  return { source, events, handled, release, send };
}

it('is done with a frame when all its events were acted on', async () => {
  const { send, release } = setUp();
  let isDone = false;
  const { taken, done } = send([callEvent('ringing'), callEvent('answered')]);
  void done.then(() => (isDone = true));
  await taken;
  release[0]?.();
  await taken;
  expect(isDone).toBe(false);
  release[1]?.();
  await done;
  expect(isDone).toBe(true);
});

it('refuses a message with more events than any call system sends, and leaves out values that are too many', () => {
  const { send, events, source } = setUp();
  send(Array.from({ length: 1_001 }, (_, index) => callEvent('ringing', {}, String(index))));
  expect(saidBy(source.view().lastRejection)).toBe(
    'Too many events in one message (1,001, limit 1,000).',
  );
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`x${index}`, 1]));
  expect(events).toEqual([]);
  send(callEvent('ringing', { ...many, customFields: many }, 'many'));
  send(callEvent('ringing', {}, 'good'));
  expect(events).toEqual(['many', 'good']);
});

it('starts no source whose address or topic would have a gap', () => {
  const started: string[] = [];
  const manager = new SourceManager({
    log,
    transportFor: (source) => () => ({ ...idle, start: () => void started.push(source.id) }),
    createEvaluator: () => {
      throw new Error('not needed');
    },
    secretsOf: () => [],
    signInOf: () => undefined,
    onNotice: () => undefined,
    onEvent: () => undefined,
    rememberEvent: () => undefined,
    onChange: () => undefined,
  });
  const source = sourceSchema.parse({
    id: 'bus',
    name: 'Bus',
    transport: { type: 'mqtt', url: 'wss://bus.test', topics: ['calls/${agent.extension}/#'] },
  });
  manager.apply([source], { id: '83' });
  expect(started).toEqual([]);
  expect(saidBy(manager.views()[0]?.problem)).toBe(
    'This source needs agent.extension, which is not set on this computer. Add it in Settings under Agent.',
  );
  manager.apply([source], { id: '83', extension: '1004' });
  expect(started).toEqual(['bus']);
});

it('moves the position past no event that is still held back', async () => {
  let handlers: TransportHandlers | undefined;
  const remembered: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const manager = new SourceManager({
    log,
    transportFor: () => (given) => {
      handlers = given;
      return idle;
    },
    createEvaluator: () => {
      throw new Error('not needed');
    },
    secretsOf: () => [],
    signInOf: () => undefined,
    onNotice: () => undefined,
    onEvent: (event) => (event.id === 'late' ? held : undefined),
    rememberEvent: (_source, id) => void remembered.push(id),
    onChange: () => undefined,
  });
  const source = sourceSchema.parse({
    id: 'pbx',
    name: 'PBX',
    transport: { type: 'websocket', url: 'wss://pbx.test', subscribe: { since: '${lastEventId}' } },
  });
  manager.apply([source], undefined);
  for (const id of ['first', 'late', 'now']) {
    const text = JSON.stringify(callEvent('ringing', {}, id));
    handlers!.frame({ text, bytes: text.length, receivedAt: 0 });
  }
  await settled();
  expect(remembered).toEqual(['first']);
  release();
  await settled();
  expect(remembered).toEqual(['first', 'late', 'now']);
});

it('says once for each source that its times are not believed', () => {
  let handlers: TransportHandlers | undefined;
  const said: string[] = [];
  const events: CallEvent[] = [];
  const manager = new SourceManager({
    log,
    transportFor: () => (given) => {
      handlers = given;
      return idle;
    },
    createEvaluator: () => {
      throw new Error('not needed');
    },
    secretsOf: () => [],
    signInOf: () => undefined,
    onNotice: (notice) => void said.push(saidBy(notice)),
    onEvent: (event) => void events.push(event),
    rememberEvent: () => undefined,
    onChange: () => undefined,
  });
  const source = sourceSchema.parse({
    id: 'pbx',
    name: 'PBX',
    transport: { type: 'websocket', url: 'wss://pbx.test' },
  });
  manager.apply([source], undefined);
  const receivedAt = Date.parse('2026-11-26T12:00:00Z');
  for (const id of ['a', 'b']) {
    const text = JSON.stringify({ ...callEvent('ringing', {}, id), time: '1970-01-01T00:00:00Z' });
    handlers!.frame({ text, bytes: text.length, receivedAt });
  }
  expect(events.map(({ occurredAt, untimed }) => [occurredAt, untimed])).toEqual([
    [receivedAt, true],
    [receivedAt, true],
  ]);
  expect(said).toEqual([expect.stringMatching(/^Source “PBX”: .*“1970-01-01T00:00:00Z”/)]);
});
