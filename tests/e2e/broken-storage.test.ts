import { DatabaseSync } from '@photostructure/sqlite';
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startReceiver } from '../support/receiver.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { fillDisk, smallDisk } from '../support/small-disk.ts';
import { soundDatabase } from '../support/sound-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

/** Chromium keeps some of its own there. */
const diskSize = '96m';

const page = 4096;
/** Stands in each row of the log that is damaged. */
const logMark = 'a row of the log';

/** An app that opens a page and sends a webhook for each call, with its data in a folder. */
async function atWork(folder: string) {
  const events = await testEventServer();
  const crm = await startCrm();
  const receiver = await startReceiver();
  const config: ConfigFile = {
    ...oneCrmConfig(events.url, { url: crm.url }),
    webhooks: [
      {
        id: 'w',
        name: 'Calls',
        url: receiver.url,
        body: { kind: 'fields', fields: [{ name: 'call', value: '{{callId}}' }] },
      },
    ],
    rules: [
      {
        id: 'ring',
        name: 'Call rings',
        when: { stage: 'ringing' },
        actions: [
          { do: 'popup', popup: 'crm' },
          { do: 'send', webhook: 'w' },
        ],
      },
    ],
  };
  const ringcue = await launchRingcue({ config, folder });
  await events.connected();
  /** A call rings, and its page comes. */
  const ring = async (callId: string): Promise<void> => {
    events.send(callEvent('ringing', { callId }));
    await until(
      () => crm.visits.some((visit) => visit.includes(`call=${callId}&`)) || undefined,
      `the page of ${callId}`,
    );
  };
  const sent = (): string[] => receiver.requests.map(({ body }) => body);
  const isSent = (callId: string) =>
    until(
      () => sent().some((body) => body.includes(`"${callId}"`)) || undefined,
      `the webhook of ${callId}`,
    );
  return { ...ringcue, ring, sent, isSent };
}

const notSent = '“Calls” was not sent: it could not be saved. The log says why.';

it('starts on a full disk and says so, opens popups, and sends webhooks once there is room', async (context) => {
  const folder = smallDisk(diskSize);
  if (folder === undefined) return context.skip();
  const makeRoom = fillDisk(folder);
  const { desk, ring, sent, isSent } = await atWork(folder);
  const problem = `The database in ${folder} cannot be used (`;
  await desk.getByText(problem).waitFor();
  await desk.getByText('Popups work, but nothing is stored.').waitFor();
  await ring('full');
  await desk.getByText(notSent).waitFor();
  expect(sent()).toEqual([]);
  makeRoom();
  let calls = 0;
  await until(async () => {
    await ring(`roomy-${(calls += 1)}`);
    return sent().length > 0 || undefined;
  }, 'the first webhook');
  await ring('stored');
  await isSent('stored');
}, 120_000);

it('says of each webhook that a full disk refuses that it was not sent, and sends the next', async (context) => {
  const folder = smallDisk(diskSize);
  if (folder === undefined) return context.skip();
  const { desk, ring, sent, isSent } = await atWork(folder);
  await ring('before');
  await isSent('before');
  const makeRoom = fillDisk(folder);
  // The journal of the database has some room of its own: it takes a few more.
  let calls = 0;
  await until(async () => {
    await ring(`full-${(calls += 1)}`);
    return (await desk.getByText(notSent).isVisible()) || undefined;
  }, 'the notice');
  const accepted = sent().length;
  makeRoom();
  await ring('after');
  await isSent('after');
  // What was refused is not sent behind anyone's back, and what was accepted is sent once.
  expect(new Set(sent()).size).toBe(sent().length);
  expect(sent().length).toBeLessThanOrEqual(accepted + 2);
}, 120_000);

it('leaves the database of a newer Ringcue alone and says so, and opens popups', async () => {
  const folder = temporaryFolder();
  const file = soundDatabase(folder);
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  const before = readFileSync(file);
  const { desk, ring, close } = await atWork(folder);
  await desk.getByText(`The database in ${folder} cannot be used (`).waitFor();
  await desk.getByText('The database was made by a newer Ringcue.').waitFor();
  await ring('one');
  await desk.getByText(notSent).waitFor();
  await close();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
});

/** Ends the database's thread as it is asked for something. */
const endDatabaseThread = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const { prototype } = process.getBuiltinModule('node:worker_threads').Worker;
    const own = Object.getOwnPropertyDescriptor(prototype, 'postMessage')!;
    return new Promise<void>((resolve) => {
      Object.defineProperty(prototype, 'postMessage', {
        ...own,
        value(this: typeof prototype, question: unknown) {
          Object.defineProperty(prototype, 'postMessage', own);
          void this.terminate().then(() => resolve());
          this.postMessage(question);
        },
      });
    });
  });

it('starts the thread of the database again where it ended, and stores the next call', async () => {
  const folder = temporaryFolder();
  const { app, desk, ring, isSent, logged, close } = await atWork(folder);
  await ring('before');
  await isSent('before');
  const ended = endDatabaseThread(app);
  await ring('during');
  await ended;
  await logged(/The database is closed/);
  await ring('after');
  await isSent('after');
  await desk.getByRole('button', { name: 'Log', exact: true }).click();
  await until(
    async () => (await desk.getByTestId('log-row').count()) > 1 || undefined,
    'the rows of the log',
  );
  await close();
  const kept = new DatabaseSync(path.join(folder, 'ringcue.db'));
  const states = kept.prepare('SELECT state FROM deliveries').all();
  kept.close();
  expect(states.length).toBeGreaterThanOrEqual(2);
  expect(new Set(states.map((row) => JSON.stringify(row)))).toEqual(
    new Set(['{"state":"delivered"}']),
  );
});

/** Overwrites every page of the log's rows, as a failing disk does, under the running app. */
function damageLog(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += page) {
    if (bytes.subarray(at, at + page).includes(logMark)) bytes.fill(0xff, at, at + page);
  }
  const opened = openSync(file, 'r+');
  writeSync(opened, bytes, 0, bytes.length, 0);
  closeSync(opened);
}

it('says at once that the database was damaged while the app ran, and what was saved', async () => {
  const folder = temporaryFolder();
  const file = soundDatabase(folder);
  // More than SQLite keeps in memory, so that it reads from the disk again.
  const grown = openDatabase(file);
  grown.operations.entryLog.put(
    Array.from({ length: 2_000 }, (_, index) => ({
      id: `large${index}`,
      at: index,
      kind: 'event' as const,
      callKey: '',
      text: '',
      data: JSON.stringify({ text: `${logMark} ${'x'.repeat(3_000)}` }),
    })),
  );
  grown.operations.file.close();
  const { desk, ring, isSent, close } = await atWork(folder);
  await ring('before');
  await isSent('before');
  damageLog(file);
  await desk.getByRole('button', { name: 'Log', exact: true }).click();
  await desk.getByText('The database was damaged and was moved to').waitFor();
  await ring('after');
  await isSent('after');
  await close();
  expect(readdirSync(folder).join()).toContain('damaged');
}, 120_000);
