import { isoTime } from '../../../shared/times/iso-time.ts';
import type { LogSearch } from '../../../shared/model/log-entry.ts';
import { csvLine, type CsvSeparator } from '../../platform/csv.ts';
import type { EntryLog, NumberedEntry } from './entry-log.ts';

const atOnce = 1_000;
/** More no spreadsheet opens. */
const mostRows = 1_000_000;
const header = ['time', 'kind', 'call', 'text', 'details'];

/** The log as a table for a spreadsheet, newest first (RFC 4180). */
export async function logCsv(
  entryLog: Pick<EntryLog, 'search'>,
  search: LogSearch,
  separator: CsvSeparator,
): Promise<string> {
  const lines = [header.join(separator)];
  let before: number | undefined;
  while (lines.length <= mostRows) {
    const entries = await entryLog.search({
      ...search,
      limit: atOnce,
      ...(before !== undefined && { before }),
    });
    lines.push(...entries.map((entry) => line(entry, separator)));
    before = entries.at(-1)?.number;
    if (entries.length < atOnce) break;
  }
  return `${lines.join('\r\n')}\r\n`;
}

const line = (entry: NumberedEntry, separator: CsvSeparator): string => {
  const { at, kind, callKey, text } = entry;
  return csvLine([isoTime(at), kind, callKey, text, JSON.stringify(detailsOf(entry))], separator);
};

function detailsOf(entry: NumberedEntry): object {
  if ('trace' in entry) return entry.trace;
  return 'facts' in entry ? entry.facts : {};
}
