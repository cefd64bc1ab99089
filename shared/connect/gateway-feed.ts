import { dialects } from '../dialects/dialects.ts';
import { mappingRecipes } from '../dialects/mapping-recipes.ts';
import type { DialectName, Feed } from '../model/feed.ts';
import type { ConnectSystem } from './connect-system.ts';

interface FeedReading {
  readonly dialect: DialectName;
  readonly payload: Feed | undefined;
}

/** One of `feeds` in the gateway's configuration, as far as a system decides it. */
interface GatewayFeed {
  readonly name: string;
  readonly dialect: DialectName;
  readonly authentication: { readonly type: 'path'; readonly secret: string };
  readonly payload?: Feed;
  readonly validation?:
    | { readonly type: 'echo'; readonly header: string }
    | { readonly type: 'zoom'; readonly secret: string };
  readonly routes?: readonly {
    readonly when: Readonly<Record<string, never>>;
    readonly to: { readonly agents: readonly string[] };
  }[];
}

/** The agent whose desks get events that name none, until the routes say more. */
const someAgent = '83';

/** The variable of the gateway's environment that has a feed's secret. */
const variable = (feed: string, end: string): string =>
  `\${env:FEED_${feed.replaceAll('-', '_').toUpperCase()}_${end}}`;

const validationOf = ({ name, validation }: ConnectSystem): GatewayFeed['validation'] =>
  typeof validation === 'object'
    ? { type: 'echo', header: validation.echo }
    : validation && { type: validation, secret: variable(name, 'SECRET_TOKEN') };

/** The feed of a system. It names its secret, and holds none. */
export function gatewayFeed(system: ConnectSystem): GatewayFeed {
  const { dialect, payload } = readingOf(system);
  const validation = validationOf(system);
  return {
    name: system.name,
    dialect,
    authentication: { type: 'path', secret: variable(system.name, 'SECRET') },
    ...(validation !== undefined && { validation }),
    ...(payload !== undefined && { payload }),
    ...(namesNoAgent(system) && { routes: [{ when: {}, to: { agents: [someAgent] } }] }),
  };
}

/** Its events name no agent, so the feed needs routes. */
export function namesNoAgent(system: ConnectSystem): boolean {
  const { dialect } = readingOf(system);
  const events = dialect === 'mapping' ? [] : dialects[dialect].events;
  return events.length > 0 && events.every((event) => event.namesNoAgent === true);
}

function readingOf({ reading }: ConnectSystem): FeedReading {
  if ('dialect' in reading && reading.dialect !== 'mapping') {
    return { dialect: reading.dialect, payload: reading.feed };
  }
  const name = 'recipe' in reading ? reading.recipe : undefined;
  const recipe = mappingRecipes.find((one) => one.name === name);
  return {
    dialect: 'mapping',
    payload: {
      ...recipe?.feed,
      mapping: recipe?.expression ?? '${file:/etc/ringcue-gateway/mapping.jsonata}',
    },
  };
}
