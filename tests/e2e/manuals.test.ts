import { expect, it } from 'vitest';
import { testEventServer } from '../support/event-server.ts';
import { oneCrmConfig, sourceOf } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { startReceiver } from '../support/receiver.ts';
import { callvoip } from '../support/reference.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

const trigger = 'Call hangup (Missed or Answered)';
const leaveOut = [
  'customer_number',
  'answered_agent_number',
  'answered_agent_name',
  'answer_stamp',
  'hangup_cause',
  'billsec',
  'duration',
  'answered_agent',
  'call_flow',
  'broadcast_lead_fields',
  'recording_url',
  'call_connected',
  'broadcast_name',
  'broadcast_id',
  'bridged_duration',
  'outbound_sec',
  'agent_ring_time',
  'billing_circle',
  'telecom_operator',
  'telecom_circle',
  'first_missed_agent_number',
  'first_missed_agent_follow_me_number',
  'end_time',
  'aws_call_recording_identifier',
];
const missed = {
  uuid: '61111f5e708c5',
  call_to_number: '918069010148',
  caller_id_number: '918383081442',
  customer_number_with_prefix: '918383081442',
  start_stamp: '2021-08-09 17:58:44',
  end_stamp: '2021-08-09 17:59:04',
  digits_dialed: ['1', '2'],
  direction: 'inbound',
  missed_agent: [{ name: 'Ada', number: '1004' }],
  call_status: 'Missed',
  call_id: '1628364922.6274679',
};

it('sends Acefone’s webhook with POST and GET when its trigger says so, byte by byte', async () => {
  const events = await testEventServer();
  const receiver = await startReceiver();
  const webhook = (id: 'post' | 'get') => ({
    id,
    name: id,
    url: `${receiver.url}/${id}`,
    method: id === 'post' ? ('POST' as const) : ('GET' as const),
    body: { kind: 'acefone' as const, trigger, encoding: 'json' as const, leaveOut, extra: [] },
    dates: { format: 'default' as const, zone: 'IST' },
    numbers: 'raw' as const,
  });
  const rule = (id: 'post' | 'get') => ({
    id,
    name: id,
    when: { trigger: { system: 'acefone' as const, name: trigger } },
    which: { agent: 'any' as const },
    actions: [{ do: 'send' as const, webhook: id }],
  });
  const config = oneCrmConfig(
    events.url,
    { url: 'http://127.0.0.1:9/' },
    {
      sources: sourceOf('acefone', events.url, { country: 'IN', timeZone: 'IST' }),
      webhooks: [webhook('post'), webhook('get')],
      rules: [rule('post'), rule('get')],
    },
  );
  await launchRingcue({ config });
  await events.connected();
  const begin = { call_id: missed.call_id, call_to_number: missed.call_to_number };
  events.send({ ...begin, start_stamp: missed.start_stamp, trigger: 'Call received on Server' });
  events.send({ ...missed, trigger });
  const requests = await receiver.received(2);
  const post = requests.find(({ method }) => method === 'POST');
  expect(post?.url).toBe('/post');
  expect(post?.headers['content-type']).toBe('application/json');
  expect(post?.body).toBe(
    '{"uuid":"61111f5e708c5","call_to_number":"918069010148","caller_id_number":"918383081442",' +
      '"customer_number_with_prefix":"918383081442","start_stamp":"2021-08-09 17:58:44",' +
      '"end_stamp":"2021-08-09 17:59:04","digits_dialed":["1","2"],"direction":"inbound",' +
      '"missed_agent":[{"name":"Ada","number":"1004"}],"start_date":"2021-08-09",' +
      '"start_time":"17:58:44","call_status":"Missed","call_id":"1628364922.6274679"}',
  );
  const get = requests.find(({ method }) => method === 'GET');
  expect(get?.body).toBe('');
  expect(get?.url).toBe(
    '/get?uuid=61111f5e708c5&call_to_number=918069010148&caller_id_number=918383081442' +
      '&customer_number_with_prefix=918383081442&start_stamp=2021-08-09%2017%3A58%3A44' +
      '&end_stamp=2021-08-09%2017%3A59%3A04&digits_dialed=%5B%221%22%2C%222%22%5D' +
      '&direction=inbound&missed_agent=%5B%7B%22name%22%3A%22Ada%22%2C%22number%22%3A%221004%22%7D%5D' +
      '&start_date=2021-08-09&start_time=17%3A58%3A44&call_status=Missed' +
      '&call_id=1628364922.6274679',
  );
  expect(receiver.requests).toHaveLength(2);
});

it('goes Callvoip’s three ways: unpaid invoices, open tickets, a second call', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const unpaid = '31152026057';
  const ticket = '31152026058';
  const asked = await startReceiver(({ body }, response) => {
    const { caller_number: caller }: { caller_number?: string } = JSON.parse(body);
    response.end(caller === unpaid ? 'finance' : caller === ticket ? 'agent' : '');
  });
  const page = (id: string, url: string) => ({
    id,
    name: id,
    url: `${crm.origin}${url}`,
    parameters: [],
    window: { target: 'window' as const },
  });
  const config = oneCrmConfig(
    events.url,
    { url: 'http://127.0.0.1:9/' },
    {
      sources: sourceOf('callvoip', events.url, { country: 'NL' }),
      popups: [
        page('finance', '/finance'),
        page('ticket', '/ticket'),
        page('again', '/again?calls={{callsBefore}}'),
      ],
      webhooks: [
        {
          id: 'ask',
          name: 'ask',
          url: `${asked.url}/`,
          body: { kind: 'callvoip' },
          numbers: 'digits',
          timeoutSeconds: 2,
        },
      ],
      flows: [
        {
          id: 'route',
          name: 'route',
          steps: [
            { do: 'ask', webhook: 'ask', as: 'way' },
            branch('var.way', 'finance', 'finance'),
            branch('var.way', 'agent', 'ticket'),
            branch('callsBefore', '1', 'again'),
          ],
        },
      ],
      rules: [
        {
          id: 'in',
          name: 'in',
          when: { trigger: { system: 'callvoip', name: 'incoming call' } },
          which: { agent: 'any' },
          actions: [{ do: 'flow', flow: 'route' }],
        },
      ],
    },
  );
  await launchRingcue({ config });
  await events.connected();
  // An incoming call of years ago is history, and no rule runs on it.
  const event_time = String(Date.now());
  const call_start_time = String(Number(event_time) - 2436);
  const call = (uuid: string, caller_number: string) => {
    const sample = callvoip.sampleBodyCorrected;
    events.send({ ...sample, uuid, caller_number, event_time, call_start_time });
  };
  const opened = (path: string) =>
    until(() => (crm.visits.includes(path) ? true : undefined), path);
  // Two at once: each call asks for itself, and goes by its own answer.
  call('1', unpaid);
  call('2', ticket);
  await opened('/finance');
  await opened('/ticket');
  call('3', '31201234567');
  await asked.received(3);
  call('4', '31201234567');
  await opened('/again?calls=1');
  expect([...crm.visits].sort()).toEqual(['/again?calls=1', '/finance', '/ticket']);
  const bodyOf = (uuid: string, caller_number: string) =>
    JSON.stringify({
      com_id: callvoip.sampleBodyCorrected['com_id'],
      dp_id: callvoip.sampleBodyCorrected['dp_id'],
      dp_in_number: '1003',
      dp_ex_number: '31102380095',
      callee_number: '31102380095',
      caller_number,
      uuid,
      phonebook_caller_name: '',
      event_time,
      call_start_time,
      rta_call_id: '8a5d5db451e9-6bd98ab0066f',
      sip_call_id: 'lsjuf8109juq1i0a9vai',
    });
  expect(asked.requests.map(({ body }) => body).sort()).toEqual(
    [
      bodyOf('1', unpaid),
      bodyOf('2', ticket),
      bodyOf('3', '31201234567'),
      bodyOf('4', '31201234567'),
    ].sort(),
  );
});

/** A condition with one popup behind it. */
function branch(field: string, value: string, popup: string) {
  return {
    do: 'if' as const,
    when: { field, is: 'equals' as const, value },
    then: [{ do: 'popup' as const, popup }],
    else: [],
  };
}
