import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { startCrm } from '../support/crm.ts';
import {
  agents,
  builtGateway,
  enrolmentCode,
  feed,
  feedSecret,
  startGateway,
  type FeedFile,
} from '../support/gateway.ts';
import { startKeyring } from '../support/keyring.ts';
import { callvoip } from '../support/reference.ts';
import { receiverSnippet, runSnippet } from '../support/receivers.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const program = builtGateway();
const key = 'correct horse battery staple';

interface System {
  readonly name: string;
  readonly feed: Partial<FeedFile>;
  /** When its popup opens. */
  readonly stage: 'ringing' | 'queued';
  /** What curl is given besides the address: the request as the manual has it. */
  readonly curl: (now: Date) => readonly string[];
  readonly query?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What the phone system is answered. */
  readonly answer?: unknown;
}

const systems: readonly System[] = [
  {
    name: 'Acefone',
    feed: { dialect: 'acefone', payload: { trigger: 'Dialed on Agent', timeZone: 'UTC' } },
    stage: 'ringing',
    curl: (now) =>
      [
        ...['call_id=1628364541.6274658', 'uuid=610edefd7b4dd', 'caller_id_number=918069010148'],
        ...['customer_no_with_prefix=+31201234567', 'agent_number=1004'],
        `start_stamp=${now.toISOString().slice(0, 19).replace('T', ' ')}`,
      ].flatMap((pair) => ['--data-urlencode', pair]),
    parameters: { call: '1628364541.6274658', phone: '+31201234567', agent: '1004' },
  },
  {
    name: 'Callvoip',
    feed: {
      dialect: 'callvoip',
      payload: { country: 'NL', internationalWithoutPlus: true },
      routes: [{ when: { dialPlan: ['1003'] }, to: { agents: ['83'] } }],
      answer: {
        key: 'destination',
        default: 'reception',
        steps: [
          {
            from: 'table',
            field: 'callerNumber',
            rows: [{ values: ['015 202 60 57'], answer: 'vip' }],
          },
        ],
      },
    },
    stage: 'queued',
    curl: (now) => [
      '--json',
      // Ringing of years ago opens nothing.
      JSON.stringify({
        ...callvoip.sampleBodyCorrected,
        event_time: String(now.getTime()),
        call_start_time: String(now.getTime()),
      }),
      ...['--max-time', '2'], // the time-out that the manual proposes
    ],
    parameters: {
      call: 'b587f4ee-718d-11ed-88ee-b97829e8fee4',
      phone: '+31152026057',
      // The request names none: it is the agent of the desk that it was routed to.
      agent: '1004',
    },
    answer: { destination: 'vip' },
  },
];

it.each(systems)('opens the popup for a request of $name', async (system) => {
  const gateway = await startGateway(program(), { agents, feeds: [feed(system.feed)] });
  const crm = await startCrm();
  const keyring = await startKeyring();
  await launchRingcue({
    ...keyring,
    config: configOf(system, gateway.port, enrolmentCode(gateway, '83'), crm.url),
  });
  await until(
    async () => ((await gateway.metrics()).includes('ringcue_gateway_desks 1') ? true : undefined),
    'the desk at the gateway',
  );
  const address = `${gateway.origin}/in/pbx/${feedSecret}${system.query ?? ''}`;
  const answer = execFileSync('curl', ['-sS', '--fail', ...system.curl(new Date()), address], {
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual(system.answer ?? { events: 1, duplicates: 0, problems: [] });
  const [visit = ''] = await crm.visited(1);
  const data = new URL(visit, crm.origin).searchParams.get('data') ?? '';
  const snippet = receiverSnippet(
    readFileSync(path.join(root, 'docs/receivers.md'), 'utf8'),
    'php',
  );
  const read = runSnippet('php', snippet, temporaryFolder(), {
    RINGCUE_KEY: key,
    RINGCUE_KEY_FORM: 'passphrase',
    DATA: data,
  });
  expect(read).toEqual(system.parameters);
});

/** A desk as an administrator would set it up: a code, a popup and a rule. */
function configOf({ stage }: System, port: number, code: string, crmUrl: string) {
  return {
    version: 2 as const,
    agent: { name: 'Ada', id: '83', extension: '1004' },
    sources: [
      {
        id: 'gateway',
        name: 'Gateway',
        carries: 'this-agent' as const,
        transport: {
          type: 'websocket' as const,
          url: `ws://127.0.0.1:${port}/desk`,
          enrolment: code,
        },
      },
    ],
    popups: [
      {
        id: 'crm',
        name: 'CRM',
        url: crmUrl,
        parameters: [
          { name: 'call', field: 'callId' },
          { name: 'phone', field: 'customerNumber' },
          { name: 'agent', field: 'agentExtension' },
        ],
        encryption: { key, keyForm: 'passphrase' as const },
      },
    ],
    rules: [
      {
        id: 'rule',
        name: 'Call arrives',
        when: { stage },
        actions: [{ do: 'popup' as const, popup: 'crm' }],
      },
    ],
  };
}
