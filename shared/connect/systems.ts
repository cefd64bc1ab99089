import { dialects } from '../dialects/dialects.ts';
import { mappingRecipes } from '../dialects/mapping-recipes.ts';
import { callCenterStudioForm } from '../model/call-fields.ts';
import type { ConnectSystem, ConnectWay, Entry } from './connect-system.ts';
import { deskPhones } from './desk-phones.ts';

const byGateway = (page: string | undefined, entries: readonly Entry[]): ConnectWay => ({
  name: 'gateway',
  page,
  entries,
});

/** Acefone's trigger of a call that rings at an agent. */
const acefoneRings = 'Dialed on Agent';

const url: Entry = { field: 'URL', value: '{address}' };

/** What popups usually need, of the 22 values that a Web URL can send. */
const studioFields: ReadonlySet<string> = new Set([
  'event',
  'callId',
  'callerNumber',
  'calledNumber',
  'agentId',
  'queueName',
  'campaignName',
  'contactId',
  'contactCrmId',
]);

/** The five systems of which the makers' manuals are at hand. */
const withManual: readonly ConnectSystem[] = [
  {
    name: 'call-center-studio',
    label: 'Call Center Studio',
    kind: 'system',
    reading: { dialect: 'call-center-studio', feed: { stage: 'ringing' } },
    ways: [
      {
        name: 'here',
        page: 'Web URLs',
        entries: [
          { field: 'Url', value: '{address}' },
          // Each box takes the name under which its value is sent; the labels themselves are read.
          ...callCenterStudioForm
            .filter(([name]) => studioFields.has(name))
            .map(([, label]) => ({ field: label, value: label.replaceAll(' ', '') })),
        ],
      },
    ],
    documentation: [],
  },
  {
    name: 'webitel',
    label: 'Webitel',
    kind: 'system',
    reading: { dialect: 'webitel' },
    ways: [
      {
        ...byGateway(
          'Queues → Hooks',
          // Its variables name no event.
          dialects.webitel.events.map(({ name }) => ({
            field: name,
            value: `{address}event=${name}`,
          })),
        ),
        note: 'connect.note.webitel',
      },
    ],
    documentation: [],
  },
  {
    name: 'acefone',
    label: 'Acefone',
    kind: 'system',
    reading: { dialect: 'acefone' },
    ways: [
      {
        ...byGateway('API Connect → Webhook', [
          // Its variables name no trigger.
          { field: 'URL', value: `{address}trigger=${encodeURIComponent(acefoneRings)}` },
          { field: 'Trigger', value: acefoneRings },
          { field: 'Request', value: 'POST' },
          { field: 'Content-Type', value: 'application/json' },
          { field: 'Date Time Format', value: 'ISO 8601' },
        ]),
        note: 'connect.note.acefone',
      },
    ],
    documentation: [],
  },
  {
    name: 'callvoip',
    label: 'Callvoip',
    kind: 'system',
    reading: { dialect: 'callvoip', feed: { stage: 'ringing' } },
    ways: [byGateway('Webhook', [{ field: 'Methoden', value: 'POST' }, url])],
    documentation: [],
  },
  {
    name: 'autoid',
    label: 'AutoID',
    kind: 'system',
    reading: { dialect: 'autoid' },
    ways: [
      byGateway('Webhook Management', [
        url,
        { field: 'HTTP Method', value: 'POST' },
        { field: 'Template Type', value: 'JSON' },
      ]),
    ],
    documentation: [],
  },
];

/** Systems of a recipe, with the name that their tile has. */
const ofRecipe = (recipe: string, label: string, way: ConnectWay): ConnectSystem => ({
  name: recipe,
  label,
  kind: 'system',
  reading: { recipe },
  ways: [way],
  documentation: mappingRecipes.find(({ name }) => name === recipe)?.sources ?? [],
});

const connects: ConnectWay = { name: 'connects', entries: [] };

const others: readonly ConnectSystem[] = [
  ofRecipe('yeastar-p-series', 'Yeastar P-Series', connects),
  ofRecipe('asterisk-ari', 'Asterisk (ARI)', connects),
  ofRecipe('kazoo', 'Kazoo', connects),
  ofRecipe('freeswitch', 'FreeSWITCH', byGateway(undefined, [url])),
  ofRecipe('3cx', '3CX', byGateway(undefined, [url])),
  ofRecipe(
    'twilio',
    'Twilio',
    byGateway(undefined, [{ field: 'statusCallback', value: '{address}' }]),
  ),
  {
    ...ofRecipe('ringcentral', 'RingCentral', {
      ...byGateway(undefined, [{ field: 'address', value: '{address}' }]),
      note: 'connect.note.ringcentral',
    }),
    validation: { echo: 'Validation-Token' },
  },
  ofRecipe('aircall', 'Aircall', byGateway('Webhooks', [url])),
  {
    ...ofRecipe('zoom-phone', 'Zoom Phone', {
      ...byGateway('Event Subscriptions', [
        { field: 'Event notification endpoint URL', value: '{address}' },
      ]),
      note: 'connect.note.zoom',
    }),
    validation: 'zoom',
  },
  ofRecipe('genesys-cloud', 'Genesys Cloud', byGateway(undefined, [url])),
];

/** Every tile of "Connect your phone system". */
export const connectSystems: readonly ConnectSystem[] = [...withManual, ...others, ...deskPhones];

/** Anything else: its own mapping says what its messages mean. */
export const otherSystem: ConnectSystem = {
  name: 'other',
  label: 'Another phone system',
  kind: 'other',
  reading: { dialect: 'mapping' },
  ways: [
    { name: 'here', entries: [url], fromNetwork: true },
    connects,
    byGateway(undefined, [url]),
  ],
  documentation: [],
};
