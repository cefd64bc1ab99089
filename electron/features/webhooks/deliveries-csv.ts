import { isoTime } from '../../../shared/times/iso-time.ts';
import type { Delivery, DeliverySearch } from '../../../shared/model/delivery.ts';
import { csvLine, type CsvSeparator } from '../../platform/csv.ts';
import type { Deliveries } from './deliveries.ts';
import { english } from '../../../shared/text/english.ts';

const atOnce = 500;
const header = [
  'accepted',
  'webhook',
  'host',
  'caller',
  'stage',
  'state',
  'attempts',
  'next',
  'problem',
  'id',
  'test',
];

/** Deliveries as a table for a spreadsheet, oldest last (RFC 4180). */
export async function deliveriesCsv(
  deliveries: Pick<Deliveries, 'search'>,
  search: Omit<DeliverySearch, 'offset' | 'limit'>,
  separator: CsvSeparator,
): Promise<string> {
  const lines = [header.join(separator)];
  for (let offset = 0; ; offset += atOnce) {
    const { rows } = await deliveries.search({ ...search, offset, limit: atOnce });
    lines.push(...rows.map((row) => line(row, separator)));
    if (rows.length < atOnce) return `${lines.join('\r\n')}\r\n`;
  }
}

const line = (row: Delivery, separator: CsvSeparator): string =>
  csvLine(
    [
      isoTime(row.acceptedAt),
      row.webhookName,
      row.host,
      row.caller,
      row.stage ?? '',
      row.state,
      String(row.attempts),
      row.state === 'waiting' ? isoTime(row.nextAt) : '',
      row.problem === null ? '' : english(row.problem),
      row.id,
      row.isTest ? 'test' : '',
    ],
    separator,
  );
