import type { JsonValue } from '../../../shared/json/json-value.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { SecretInput } from '../../../shared/model/secret.ts';
import type { Source, TransportInput } from '../../../shared/model/source.ts';

export const newSource = (): Source => ({
  id: `source-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  transport: { type: 'websocket', url: '', headers: {} },
  dialect: 'cloudevents',
  carries: 'all-agents',
});

export type TransportOf<T extends TransportInput['type']> = Extract<TransportInput, { type: T }>;

/** Another transport for the same source: what both have stays. */
export function changeTransport(old: TransportInput, type: string | null): TransportInput {
  const { url } = old;
  switch (type) {
    case 'nats':
      return old.type === 'nats' ? old : { type: 'nats', url, stream: '', subjects: [] };
    case 'mqtt':
      return old.type === 'mqtt' ? old : { type: 'mqtt', url, topics: [] };
    default:
      return old.type === 'websocket' ? old : { type: 'websocket', url, headers: {} };
  }
}

type Headers = TransportOf<'websocket'>['headers'];

/** Stored values are not shown: the line has the name, and dots in the place of the value. */
const kept = '••••••';

export const headersText = (headers: Headers): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : kept}`)
    .join('\n');

/** Lines to headers; a line whose value was left as dots keeps the stored value. */
export function headersOf(text: string, stored: Headers): Headers {
  const headers: Record<string, SecretInput> = {};
  for (const line of text.split('\n')) {
    const [name = '', ...rest] = line.split(':');
    if (name.trim() === '') continue;
    const value = rest.join(':').trim();
    const old = stored[name.trim()];
    headers[name.trim()] = value === kept && old !== undefined ? old : value;
  }
  return headers;
}

export function subscribeText(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** JSON where it is JSON, else the text as it is. */
export function subscribeOf(text: string): JsonValue | undefined {
  if (text.trim() === '') return undefined;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
