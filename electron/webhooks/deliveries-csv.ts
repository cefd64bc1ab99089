import type { DeliverySearch, DeliveryView } from '../../shared/ipc/views.ts';
import type { Deliveries } from './deliveries.ts';

const atOnce = 500;
const header = [
  'accepted',
  'webhook',
  'host',
  'about',
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
  search: Pick<DeliverySearch, 'state' | 'search'>,
): Promise<string> {
  const lines = [header.join(',')];
  for (let offset = 0; ; offset += atOnce) {
    const { rows } = await deliveries.search({ ...search, offset, limit: atOnce });
    lines.push(...rows.map(csvLine));
    if (rows.length < atOnce) return `${lines.join('\r\n')}\r\n`;
  }
}

const csvLine = (row: DeliveryView): string =>
  [
    new Date(row.acceptedAt).toISOString(),
    row.webhookName,
    row.host,
    row.about,
    row.state,
    String(row.attempts),
    row.state === 'waiting' ? new Date(row.nextAt).toISOString() : '',
    row.problem,
    row.id,
    row.isTest ? 'test' : '',
  ]
    .map(csvCell)
    .join(',');

/** Quoted always. A caller who is named `=...` must not become a formula in a spreadsheet. */
const csvCell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
