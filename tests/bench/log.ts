/**
 * `npm run -s bench:log -- --rows N`: fills a log with N rows as a busy year would, and searches it in the
 * ways people do. Prints the median and the slowest of each search in milliseconds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { logKinds, type LogSearch } from '../../shared/model/log-entry.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rows = z.coerce.number().int().min(1_000).parse(values.rows);

const first = [
  'Ada',
  'Grace',
  'Alan',
  'Barbara',
  'Edsger',
  'Ayşe',
  'Mehmet',
  'Jan',
  'Sanne',
  'Çiğdem',
];
const last = [
  'Lovelace',
  'Hopper',
  'Turing',
  'Liskov',
  'Dijkstra',
  'Yılmaz',
  'Kaya',
  'de Vries',
  'Bakker',
];
const queues = ['Sales', 'Service', 'Billing', 'Returns'];
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-log-'));
try {
  const database = openDatabase(path.join(folder, 'ringcue.db')).operations;
  const start = Date.now() - 365 * 86_400_000;
  for (let from = 0; from < rows; from += 10_000) {
    const count = Math.min(10_000, rows - from);
    database.entryLog.put(
      Array.from({ length: count }, (_, offset) => {
        const index = from + offset;
        const name = `${pick(first, index * 7) ?? ''} ${pick(last, index * 13) ?? ''}`;
        return {
          id: `r${index}`,
          at: start + index * 31_536,
          kind: pick(logKinds, index * 5) ?? 'event',
          callKey: `["pbx","c${Math.floor(index / 5)}"]`,
          text: `${name} +3120${String(1_000_000 + ((index * 7_919) % 8_999_999))} ${pick(queues, index) ?? ''} ringing CRM`,
          data: '{"facts":{}}',
        };
      }),
    );
  }
  const page = { limit: 100 } as const;
  const searches: Readonly<Record<string, LogSearch>> = {
    'newest page': { text: '', ...page },
    'one kind': { text: '', kind: 'delivery', ...page },
    'a word in every row': { text: 'ringing', ...page },
    'a name': { text: 'çiğdem kaya', ...page },
    'part of a number': { text: '31207654', ...page },
    'two letters': { text: 'gr', ...page },
    'a name and a kind': { text: 'hopper', kind: 'popup', ...page },
    'a word in a month': {
      text: 'billing',
      from: start + 100 * 86_400_000,
      to: start + 130 * 86_400_000,
      ...page,
    },
    'one call': { text: '', callKey: '["pbx","c12345"]', ...page },
    nothing: { text: 'nobodyhasthisname', ...page },
  };
  const result = Object.entries(searches).map(([name, search]) => {
    const times = Array.from({ length: 15 }, () => {
      const began = performance.now();
      database.entryLog.search(search);
      return performance.now() - began;
    }).sort((a, b) => a - b);
    const found = database.entryLog.search(search).length;
    const round = (ms: number | undefined): number => Math.round((ms ?? 0) * 10) / 10;
    return { name, found, medianMs: round(times[7]), slowestMs: round(times.at(-1)) };
  });
  console.log(JSON.stringify({ rows, searches: result }, null, 2));
  database.file.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
