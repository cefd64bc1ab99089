/** The pages of docs/connect, from the data that the app's own steps have. */
import type { ConnectSystem, ConnectWay, Entry } from '../shared/connect/connect-system.ts';
import { filledEntry } from '../shared/connect/filled-entry.ts';
import { gatewayFeed, namesNoAgent } from '../shared/connect/gateway-feed.ts';
import { deskAddress, feedAddress } from '../shared/connect/gateway-addresses.ts';
import { connectSystems, otherSystem } from '../shared/connect/systems.ts';
import { dialects } from '../shared/dialects/dialects.ts';
import { mappingRecipes } from '../shared/dialects/mapping-recipes.ts';
import { english as words } from '../shared/text/english.ts';

const systems = [...connectSystems, otherSystem];
const hereAddress = 'http://127.0.0.1:PORT/SECRET';
const networkAddress = 'http://192.168.1.20:PORT/SECRET?token=TOKEN';
const gatewayHost = 'gateway.example.com';

/** As GitHub makes the address of a heading. */
export const anchor = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');

/** Its name within a sentence. */
const spoken = (system: ConnectSystem): string =>
  system === otherSystem ? 'your phone system' : system.label;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const table = (entries: readonly Entry[], address: string): string[] => [
  '| field | enter |',
  '| --- | --- |',
  ...entries.map((entry) => `| ${entry.field} | \`${filledEntry(entry, address)}\` |`),
];

const enterThere = (
  { page, entries, note }: ConnectWay,
  system: ConnectSystem,
  address: string,
): string[] => [
  ...(note === undefined ? [] : [words(note), '']),
  page === undefined
    ? words('connect.enterIn', { system: spoken(system) })
    : words('connect.enterAt', { system: spoken(system), page }),
  '',
  ...table(entries, address),
  '',
];

const popupStep = (number: number): string[] => [
  `${number}. Choose ${words('popups.title')} → ${words('popups.add')}. Enter a name and the URL of your CRM’s page. Under “${words('popupForm.when')}”,`,
  '   choose what the first event was read as. The page opens at the next call.',
];

const here = (way: ConnectWay, system: ConnectSystem): string[] => [
  `1. In Ringcue, choose Sources → ${words('connect.title')} → ${system.label} → ${words('connect.here.create')}.`,
  ...(way.fromNetwork === true
    ? [
        '   Choose the network through which it reaches this computer. The address then also has a token',
        '   (`?token=…`), and the firewall of this computer must allow the port.',
      ]
    : []),
  '2. Copy what Ringcue shows. It has your own address in the place of the one below.',
  '3. Make a test call. Ringcue shows the first event and what it was read as.',
  ...popupStep(4),
  '',
  ...enterThere(way, system, way.fromNetwork === true ? networkAddress : hereAddress),
  words('sources.http.addressHint'),
  '',
];

const gateway = (way: ConnectWay, system: ConnectSystem): string[] => [
  '1. Install a gateway if you have none: [gateway.md](../gateway.md). Add the feed below to `feeds` in its configuration, and',
  '   set its secret, and restart the gateway.',
  `2. Set up ${spoken(system)} as below. ${words('connect.gateway.secretHint')}`,
  `3. In Ringcue, choose Sources → ${words('connect.title')} → ${system.label} → ${words('connect.gateway.connect')}, and enter`,
  `   \`${deskAddress(gatewayHost)}\` with your own host and an enrolment code: [gateway.md](../gateway.md#desks).`,
  `   “${words('sources.carries')}” is “${words('sources.carriesMine')}”.`,
  '4. Make a test call. Ringcue shows the first event and what it was read as.',
  ...popupStep(5),
  '',
  `### ${words('connect.gateway.feedField')}`,
  '',
  '```json',
  JSON.stringify(gatewayFeed(system), undefined, 2),
  '```',
  '',
  ...(namesNoAgent(system)
    ? [words('connect.gateway.routesHint', { system: spoken(system) }), '']
    : []),
  `### ${system.label}`,
  '',
  ...enterThere(way, system, feedAddress(gatewayHost, system.name)),
];

const connects = (label: string): string[] => [
  `1. ${words('connect.server.access')}`,
  `2. In Ringcue, choose Sources → ${words('connect.title')} → ${label} → ${words('connect.server.connect')}.`,
  `   ${words('connect.server.hereHint')}`,
  '3. Make a test call. Ringcue shows the first event and what it was read as.',
  ...popupStep(4),
  '',
];

function waySection(way: ConnectWay, system: ConnectSystem): string[] {
  const heading = `## ${words(`connect.short.${way.name}`)}`;
  const intro = sentence(words(`connect.intro.${way.name}`, { system: spoken(system) }));
  const steps = {
    here: () => here(way, system),
    gateway: () => gateway(way, system),
    connects: () => connects(system.label),
  };
  return [heading, '', intro, '', ...steps[way.name]()];
}

function readingSection({ reading }: ConnectSystem): string[] {
  if ('dialect' in reading) {
    return reading.dialect === 'mapping'
      ? ['Write a mapping for its messages: [mapping.md](../mapping.md).', '']
      : [
          `Its fields and events: [dialects.md](../dialects.md#${anchor(`${dialects[reading.dialect].label} ${reading.dialect}`)}).`,
          '',
        ];
  }
  const recipe = mappingRecipes.find(({ name }) => name === reading.recipe);
  if (recipe === undefined) return [];
  return [
    ...(recipe.notes ?? []).flatMap((note) => [note, '']),
    `The mapping and a message: [mapping.md](../mapping.md#${anchor(recipe.label)}).`,
    '',
  ];
}

const originSection = ({ documentation }: ConnectSystem): string[] =>
  documentation.length === 0
    ? []
    : [
        `Follows ${documentation.map((address) => `<${address}>`).join(', ')}. Tested with messages built from it, not with the`,
        'system itself.',
        '',
      ];

const page = (system: ConnectSystem): string =>
  [
    `# ${system.label}`,
    '',
    'Generated from `shared/connect/` by `npm run docs`.',
    '',
    ...system.ways.flatMap((way) => waySection(way, system)),
    '## What is read',
    '',
    ...readingSection(system),
    ...originSection(system),
  ].join('\n');

const overview = (): string =>
  [
    '# Connect your phone system',
    '',
    'Generated from `shared/connect/` by `npm run docs`. The app has the same steps, with your own addresses ready to copy:',
    `Sources → ${words('connect.title')}.`,
    '',
    '| phone system | how events arrive |',
    '| --- | --- |',
    ...systems.map(
      ({ name, label, ways }) =>
        `| [${label}](${name}.md) | ${ways.map((way) => words(`connect.short.${way.name}`)).join(', ')} |`,
    ),
    '',
  ].join('\n');

/** The page that says how messages of a recipe arrive; undefined where only a bridge has them. */
export function connectPageOf(recipe: string): string | undefined {
  const found = systems.filter(({ reading }) => 'recipe' in reading && reading.recipe === recipe);
  return found.length > 1 ? 'README' : found[0]?.name;
}

/** File names and contents. */
export const connectDocuments = (): Record<string, string> => ({
  'docs/connect/README.md': overview(),
  ...Object.fromEntries(systems.map((system) => [`docs/connect/${system.name}.md`, page(system)])),
});
