import path from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../../electron/platform/storage/database.ts';
import { matchCondition } from '../../../shared/matching/match-condition.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import { hasWords, searchWords } from '../../../shared/text/fold-text.ts';
import { textsOf, type Check } from '../../support/cases.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function holds(is: 'equals' | 'contains', actual: string, value: string): boolean {
  const call = { fields: { queueName: actual }, custom: {}, ext: {} };
  return matchCondition({ field: 'queueName', is, value }, { call, moment: momentAt(0) });
}

/** Whether the log finds what was written so. */
function isInLog(written: string, searched: string): boolean {
  const { entryLog, file } = openDatabase(path.join(temporaryFolder(), 'ringcue.db')).operations;
  entryLog.put([
    { id: '1', at: 1, kind: 'event', callKey: '', text: `x ${written} y`, data: '{}' },
  ]);
  const found = entryLog.search({ text: searched, limit: 10 }).length;
  file.close();
  return found === 1;
}

const areOneText: Check = (one) => {
  const [first = '', second = ''] = textsOf(one);
  expect(first).not.toBe(second);
  for (const [a, b] of [
    [first, second],
    [second, first],
  ] as const) {
    expect(holds('equals', a, b)).toBe(true);
    expect(holds('contains', `x ${a} y`, b)).toBe(true);
    expect(hasWords(`x ${a} y`, searchWords(b))).toBe(true);
    expect(isInLog(a, b)).toBe(true);
  }
};

/** What is one text to a reader: in conditions, in lists and in the log. */
export const textChecks: Readonly<Record<string, Check>> = {
  'text İade': areOneText,
  'text Satış': areOneText,
  'text Cafe\u0301': areOneText,
  'text Straße': areOneText,
};
