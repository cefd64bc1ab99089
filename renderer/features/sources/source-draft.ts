import type { MappingRecipe } from '../../../shared/dialects/mapping-recipes.ts';
import type { Feed } from '../../../shared/model/feed.ts';
import type { SecretInput } from '../../../shared/model/secret.ts';
import type { Source, SourceInput, TransportInput } from '../../../shared/model/source.ts';

export const newSource = (): Source => ({
  id: `source-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  transport: { type: 'websocket', url: '', headers: {} },
  dialect: 'cloudevents',
  carries: 'all-agents',
});

export type TransportOf<T extends TransportInput['type']> = Extract<TransportInput, { type: T }>;

/** The secret part of an address, in letters that no phone system encodes. */
export const newPathSecret = (): string =>
  [...crypto.getRandomValues(new Uint8Array(20))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

export const newHttpTransport = (): TransportOf<'http'> => ({
  type: 'http',
  secret: newPathSecret(),
  eventLinks: false,
});

/** Another transport for the same source: what both have stays. */
export function changeTransport(old: TransportInput, type: string | null): TransportInput {
  const url = old.type === 'http' ? '' : old.url;
  switch (type) {
    case 'nats':
      return old.type === 'nats' ? old : { type: 'nats', url, stream: '', subjects: [] };
    case 'mqtt':
      return old.type === 'mqtt' ? old : { type: 'mqtt', url, topics: [] };
    case 'http':
      return old.type === 'http' ? old : newHttpTransport();
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

/** Plain pairs, one a line. */
export const pairsText = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

export function pairsOf(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const line of text.split('\n')) {
    // The last colon: a topic may have one, a meaning has none.
    const colon = line.lastIndexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (name !== '') pairs[name] = line.slice(colon + 1).trim();
  }
  return pairs;
}

type SignIn = NonNullable<TransportOf<'websocket'>['signIn']>;

export const newSignIn: SignIn = {
  url: '',
  method: 'POST',
  headers: {},
  user: '',
  body: { username: '${user}', password: '${password}' },
  token: '/access_token',
};

/** A source that starts from a recipe: an address that was typed stays, and so does all where the recipe has none. */
export function withRecipe(
  draft: SourceInput,
  recipe: MappingRecipe,
): SourceInput & { readonly feed: Feed } {
  const { connection } = recipe;
  return {
    ...draft,
    dialect: 'mapping',
    feed: { ...draft.feed, ...recipe.feed, mapping: recipe.expression },
    transport:
      connection === undefined ? draft.transport : withConnection(draft.transport, connection),
  };
}

function withConnection(
  old: SourceInput['transport'],
  { url, subscribe, keepAlive, signIn }: NonNullable<MappingRecipe['connection']>,
): SourceInput['transport'] {
  return {
    type: 'websocket',
    headers: {},
    ...(old.type === 'websocket' && old),
    url: old.type !== 'websocket' || old.url === '' ? url : old.url,
    ...(subscribe !== undefined && { subscribe }),
    ...(keepAlive !== undefined && { keepAlive }),
    ...(signIn !== undefined && { signIn: { ...newSignIn, ...signIn } }),
  };
}
