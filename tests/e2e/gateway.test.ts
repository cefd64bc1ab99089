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
import { autoid, callCenterStudio, callvoip, webitel } from '../support/reference.ts';
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

/** What Webitel's public documentation lists for a call that an agent gets. */
const webitelValues: Readonly<Record<string, unknown>> = {
  channel: 'call',
  attempt_id: 4711,
  destination: '+31201234567',
  use_processing: true,
  agent_channel_id: 'agent-77c1',
  member_channel_id: 'subscriber-5f2a',
  agent_name: 'Ada',
  agent_id: 83,
  agent_extension: '1004',
};
const webitelBody = Object.fromEntries(
  (webitel.publicDocumentation.fields['Answered'] ?? []).map((name) => [
    name,
    webitelValues[name] ?? null,
  ]),
);

/** Every token that is known when a call begins, with the manual's example. */
const autoidBody = (now: Date): Record<string, string | null> => ({
  ...Object.fromEntries(
    autoid.tokens
      .filter(({ category }) => category === 'call_begin')
      .map(({ token, example }) => [token.replaceAll('%', ''), example]),
  ),
  call_start_time: now.toISOString(),
});

/** The boxes of a Web URL that hold call data, by their labels. */
const studioCall: Readonly<Record<string, string>> = {
  'Agent ID': '83',
  'Queue ID': '5',
  'Queue Name': 'Satış',
  'Call ID': 'studio-1',
  'Caller ID': '05321234567',
  Alias: '1004',
  Event: 'ringing',
};
const studioValues = callCenterStudio.fields
  .filter(({ kind }) => kind === 'call data')
  .map(({ label }) => `${label.replaceAll(' ', '')}=${studioCall[label] ?? ''}`);

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
  {
    name: 'Webitel',
    feed: { dialect: 'webitel' },
    stage: 'ringing',
    // Its bodies name no event: each hook's flow schema has an address of its own.
    query: '?event=Offering',
    curl: () => ['--json', JSON.stringify(webitelBody)],
    parameters: { call: 'subscriber-5f2a', phone: '+31201234567', agent: '1004' },
  },
  {
    name: 'AutoID',
    feed: {
      dialect: 'autoid',
      payload: { country: 'US' },
      routes: [{ when: { campaign: ['Sales Campaign'] }, to: { agents: ['83'] } }],
    },
    stage: 'queued',
    curl: (now) => ['--json', JSON.stringify(autoidBody(now))],
    parameters: {
      call: '093cc03c.e6a4.6ac6.978f.740b10afeaca',
      // There is no area code 777: what is no number stays as it was sent.
      phone: '7776734736',
      // No token carries an agent.
      agent: '1004',
    },
  },
  {
    name: 'Call Center Studio',
    feed: { dialect: 'call-center-studio', payload: { country: 'TR' } },
    stage: 'ringing',
    curl: () => ['--get', ...studioValues.flatMap((pair) => ['--data-urlencode', pair])],
    parameters: { call: 'studio-1', phone: '+905321234567', agent: '1004' },
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
    version: 3 as const,
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
