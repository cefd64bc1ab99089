import { expect, it } from 'vitest';
import { missedEntry, popupEntry } from '../../../electron/features/log/log-entries.ts';
import { PopupRecords } from '../../../electron/features/popups/popup-records.ts';
import { historyKeyOf } from '../../../electron/platform/storage/history-key.ts';
import { logSentence } from '../../../renderer/features/log/log-sentence.ts';
import { callerLine, storedCaller } from '../../../shared/calls/caller-text.ts';
import { emptyCallData, type CallData } from '../../../shared/model/call-fields.ts';
import { logEntrySchema } from '../../../shared/model/log-entry.ts';
import { popupRecordSchema, type PopupRecord } from '../../../shared/model/popup-record.ts';
import { english } from '../../../shared/text/english.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const t = english;
const call = (fields: CallData['fields']): CallData => ({ ...emptyCallData, fields });
const withheld = call({ withheld: 'true', callerNumber: '' });

it.each<[fields: CallData['fields'], said: string]>([
  [{ callerNumber: '+31201234567' }, '+31201234567'],
  [{ callerNumber: '+31201234567', contactName: 'Grace' }, 'Grace (+31201234567)'],
  [{ contactName: 'Grace' }, 'Grace'],
  [{ withheld: 'true', callerNumber: '' }, 'Withheld number'],
  [{ withheld: 'true', contactName: 'Grace' }, 'Grace (Withheld number)'],
  // A later event named it after all.
  [{ withheld: 'true', callerNumber: '+31201234567' }, '+31201234567'],
  [{}, 'Unknown caller'],
])('names the caller of %j: %s', (fields, said) => {
  expect(callerLine(storedCaller(call(fields)), t)).toBe(said);
});

it('says nothing of an unknown caller where a title has no place for it', () => {
  expect(callerLine(storedCaller(emptyCallData), t, '')).toBe('');
  expect(callerLine(storedCaller(withheld), t, '')).toBe('Withheld number');
});

it('says in the log that a number is withheld, also after it was stored, and finds it', () => {
  const caller = storedCaller(withheld);
  const popup = { name: 'CRM', queue: '', outcome: 'opened', problem: null, at: 1 } as const;
  const entries = [
    missedEntry('c', '1', { ...caller, queue: '' }, 1),
    popupEntry({ ...popup, ...caller }, 'c'),
  ];
  for (const entry of entries) {
    const stored = logEntrySchema.parse(JSON.parse(JSON.stringify(entry)));
    expect(logSentence({ number: 1, ...stored }, t)).toContain('Withheld number');
    expect(entry.text).toContain('Withheld number');
  }
});

it('says among the recent popups that a number is withheld, also after a restart', async () => {
  const stored: PopupRecord[] = [];
  const records = (): PopupRecords =>
    new PopupRecords({
      clock: new FakeClock(),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      store: {
        add: (record) => Promise.resolve(void stored.push(record)),
        // The table has no column for it.
        newest: () => Promise.resolve(stored.map((record) => popupRecordSchema.parse(record))),
        lastUsed: () => Promise.resolve([]),
      },
      callerOf: (data) => storedCaller(data),
    });
  const first = records();
  const request = { popupId: 'p', callKey: 'c', call: withheld, receivedAt: 1, lateSeconds: 0 };
  first.add(request, 'CRM', { ok: true, value: null });
  expect(first.recent()).toMatchObject([{ caller: '', isWithheld: true }]);
  const second = records();
  await second.useAgent(historyKeyOf(undefined));
  expect(second.recent()).toMatchObject([{ caller: '', isWithheld: true }]);
});
