import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import { CallBook } from '../../../electron/features/calls/call-book.ts';
import { Claims } from '../../../electron/features/calls/claims.ts';
import { EntryLog } from '../../../electron/features/log/entry-log.ts';
import { Notices } from '../../../electron/features/notices/index.ts';
import { BrowserOpener } from '../../../electron/features/popups/browser-opener.ts';
import { UnreadBytes } from '../../../electron/features/sources/unread-bytes.ts';
import { roughBytes } from '../../../shared/json/rough-bytes.ts';
import { limits } from '../../../shared/limits.ts';
import type { CallStateEvent } from '../../../shared/model/call-event.ts';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { verbatim } from '../../../shared/text/message.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Texts of their own: the same one is in memory once, however often it is counted. */
const largeText = (index: number): string => `${index}`.padEnd(500_000, 'x');

const hostileEvent = (index: number): CallStateEvent => ({
  kind: 'call.state',
  id: `e${index}`,
  source: 's',
  linkedCallId: `c${index % 300}`,
  legId: undefined,
  offerId: undefined,
  scope: 'call',
  stage: 'ringing',
  agent: undefined,
  occurredAt: index,
  receivedAt: index,
  call: { fields: {}, custom: { large: largeText(index) }, ext: {} },
});

it('forgets the calls longest untouched, not the newest, above the bytes of all calls', () => {
  const book = new CallBook();
  for (let index = 0; index < 900; index += 1) book.add(hostileEvent(index), index);
  const newest = hostileEvent(899);
  expect(book.has(newest)).toBe(true);
  expect(book.has(hostileEvent(700))).toBe(false);
  const kept = Array.from({ length: 900 }, (_, index) => hostileEvent(index)).filter((event) =>
    book.has(event),
  );
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.reduce((sum, event) => sum + roughBytes(event), 0)).toBeLessThanOrEqual(
    limits.callBytes,
  );
});

it('keeps one call, however large it is', () => {
  const book = new CallBook();
  for (let index = 0; index < 300; index += 1) {
    book.add({ ...hostileEvent(index), linkedCallId: 'one' }, index);
  }
  expect(book.has({ ...hostileEvent(299), linkedCallId: 'one' })).toBe(true);
});

it('forgets the oldest claims above their bytes', () => {
  const claims = new Claims({ add: () => Promise.resolve(), since: () => Promise.resolve([]) });
  const keyOf = (index: number): string => `${index}`.padStart(10_000, '0');
  for (let index = 0; index < 3_000; index += 1) claims.claim(keyOf(index), index);
  expect(claims.claim(keyOf(2_999), 3_000)).toBe(false);
  expect(claims.claim(keyOf(0), 3_000)).toBe(true);
});

it('says each notice once, and the newest of too many', () => {
  const notices = new Notices();
  for (let index = 0; index < 5_000; index += 1) notices.add('warning', verbatim(`${index}`));
  for (let index = 0; index < 5_000; index += 1) notices.add('error', verbatim('again'));
  expect(notices.all()).toHaveLength(limits.notices);
  expect(notices.all().filter(({ said }) => JSON.stringify(said).includes('again'))).toHaveLength(
    1,
  );
});

it('opens a few browser tabs for rules, and as many as a person asks for', () => {
  const opened: string[] = [];
  const clock = new FakeClock();
  const opener = new BrowserOpener((url) => Promise.resolve(void opened.push(url)), clock, log);
  for (let index = 0; index < 1_000; index += 1) opener.openForRule(`http://crm/${index}`);
  expect(opened).toHaveLength(limits.browserTabs);
  expect(opener.open('http://crm/by-hand')).toBe(true);
  clock.advance(10_000);
  expect(opener.openForRule('http://crm/later')).toBe(true);
});

it('leaves out log entries while a disk that does not answer has too many bytes to write', async () => {
  const said: unknown[] = [];
  const written: number[] = [];
  const entryLog = new EntryLog({
    store: {
      put: (rows: readonly unknown[]) => Promise.resolve(void written.push(rows.length)),
      search: () => Promise.resolve([]),
      byId: () => Promise.resolve(null),
      retain: () => Promise.resolve(0),
    } as never,
    clock: new FakeClock(),
    log: { ...log, warn: (event, data) => said.push(event, data) },
    mask: (text) => text,
    passing: () => [],
    onWritten: () => undefined,
  });
  for (let index = 0; index < 200; index += 1) {
    const entry = { id: `${index}`, at: 0, kind: 'agent', callKey: '', text: largeText(index) };
    entryLog.put(entry as unknown as LogEntry);
  }
  await entryLog.flush();
  expect(written[0]).toBeLessThan(50);
  expect(said).toEqual(['log entries left out', { count: 200 - written[0]! }]);
});

it('pauses a socket above the bytes that nobody has read, and resumes it at half of them', async () => {
  const calls: string[] = [];
  const unread = new UnreadBytes({
    pause: () => calls.push('pause'),
    resume: () => calls.push('resume'),
  });
  const readers: (() => void)[] = [];
  const arrive = (bytes: number): void =>
    unread.add(bytes, new Promise((resolve) => readers.push(resolve)));
  for (let index = 0; index < 9; index += 1) arrive(1024 * 1024);
  expect(calls).toEqual(['pause']);
  for (const read of readers.splice(0, 4)) read();
  await Promise.resolve();
  expect(unread.isPaused()).toBe(true);
  for (const read of readers.splice(0)) read();
  await new Promise(setImmediate);
  expect(calls).toEqual(['pause', 'resume']);
});

it('has a line in ARCHITECTURE.md for each limit', () => {
  const text = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const named = [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(limits));
});
