import { expect, it } from 'vitest';
import { withAgent } from '../../../shared/calls/agent-fields.ts';
import { webhookSchema } from '../../../shared/model/webhook.ts';
import { PreparedWebhooks } from '../../../electron/features/webhooks/prepared-webhooks.ts';
import { Sender } from '../../../electron/features/webhooks/sender.ts';
import { WebhookService } from '../../../electron/features/webhooks/webhook-service.ts';
import { createDialler } from '../../../electron/features/presence/dialler.ts';
import type { HttpClient } from '../../../electron/platform/ports/http.ts';
import { ClickToCall } from '../../../electron/features/presence/click-to-call.ts';
import { createHttpClient } from '../../../electron/platform/network/http-client.ts';
import type { EventLink } from '../../../shared/model/phone-link.ts';
import { english } from '../../../shared/text/english.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { startReceiver } from '../../support/receiver.ts';
import { until } from '../../support/until.ts';

const dialHook = webhookSchema.parse({
  id: 'dial',
  name: 'Dial',
  method: 'PUT',
  url: 'http://pbx.invalid',
  headers: [{ name: 'X-Key', secret: { secret: 'dial-key' } }],
  body: {
    kind: 'fields',
    encoding: 'json',
    fields: [
      { name: 'from', value: '{{agentExtension}}' },
      { name: 'to', value: '{{calledNumber}}' },
    ],
  },
});

/** The webhook that dials, sent by what sends all of them. */
function webhookService(url: string, sendHttp: HttpClient, clock: FakeClock) {
  const prepared = new PreparedWebhooks();
  prepared.apply([{ ...dialHook, url }], []);
  return new WebhookService({
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    prepared,
    outbox: { accept: () => Promise.reject(new Error('not needed')) },
    sender: new Sender({ clock, sendHttp, revealSecret: () => 'the-key' }),
    onNotAccepted: () => undefined,
  });
}

async function setUp({ dialsWithoutAsking = true, dials = true, dialWebhook = '' } = {}) {
  const receiver = await startReceiver();
  const notices: string[] = [];
  const events: EventLink[] = [];
  const warnings: string[] = [];
  const asked: string[] = [];
  const clock = new FakeClock();
  let opened = 0;
  let answer: () => void = () => undefined;
  const sendHttp = createHttpClient({
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  });
  const service = webhookService(`${receiver.url}/originate`, sendHttp, clock);
  const links = new ClickToCall({
    log: {
      info: () => undefined,
      warn: (event) => warnings.push(event),
      error: () => undefined,
    },
    dialler: createDialler({
      settings: () => ({ clickToCall: `${receiver.url}/dial?to={number}`, dialWebhook }),
      revealSecret: () => undefined,
      sendHttp,
      askWebhook: (id, call) =>
        service.ask(
          id,
          {
            source: 'desk',
            eventId: '1',
            ruleId: 'dial',
            stage: 'ringing',
            callKey: '',
            call: withAgent(call, { extension: '1004' }),
          },
          '',
        ),
    }),
    clock,
    dialsWithoutAsking: () => dialsWithoutAsking,
    confirm(number, risk) {
      asked.push(`${number} ${risk ?? 'usual'}`);
      return new Promise((resolve) => (answer = () => resolve(dials)));
    },
    openDesk: () => (opened += 1),
    takeEvent: (link) => {
      events.push(link);
      return link.secret === 'of-the-source-0123456789';
    },
    onNotice: (said) => notices.push(english(said)),
  });
  return {
    receiver,
    links,
    notices,
    events,
    warnings,
    asked,
    clock,
    opened: () => opened,
    answer: () => answer(),
  };
}

it('dials the number and says what to enter then', async () => {
  const { receiver, links, notices } = await setUp();
  expect(links.openFrom(['ringcue', '--flag', 'tel:+12025550104,,32288696#'])).toBe(true);
  const [request] = await receiver.received(1);
  expect(request?.url).toBe('/dial?to=%2B12025550104');
  await until(() => notices.length > 0 || undefined, 'the notice');
  expect(notices).toEqual(['Dialling +12025550104. When the call is answered, enter 32288696#.']);
});

it('dials by a webhook with its method, header and body, and says what came of it', async () => {
  const { receiver, links, notices } = await setUp({ dialWebhook: 'dial' });
  expect(await links.callBack('+12025550104')).toEqual({ ok: true, value: { dialled: true } });
  const [request] = await receiver.received(1);
  expect(request).toMatchObject({ method: 'PUT', url: '/originate' });
  expect(request?.headers['x-key']).toBe('the-key');
  expect(JSON.parse(request?.body ?? '')).toEqual({ from: '1004', to: '+12025550104' });
  const gone = await setUp({ dialWebhook: 'gone' });
  gone.links.open('tel:+12025550104');
  await until(() => gone.notices.length > 0 || undefined, 'the notice');
  expect(gone.notices).toEqual(['Could not dial. This webhook no longer exists.']);
  expect([...gone.receiver.requests, ...notices]).toEqual([]);
});

it('says on the desk why a link is not dialled', async () => {
  const { receiver, links, notices, opened } = await setUp();
  expect(links.openFrom(['ringcue', 'tel:020 1234567 / 020 7654321'])).toBe(true);
  expect(notices).toEqual(['Nothing was dialled: the link holds more than one number.']);
  expect(opened()).toBe(1);
  expect(links.openFrom(['ringcue', 'C:\\file', '--flag'])).toBe(false);
  expect(receiver.requests).toEqual([]);
});

it('hands an event’s link to the sources, and ignores what is not theirs without a word', async () => {
  const { links, notices, events, warnings, opened } = await setUp();
  const argv = [
    'ringcue',
    'ringcue://event/of-the-source-0123456789/ringing?Call%20ID=1&Agent+ID=83',
  ];
  expect(links.openFrom(argv)).toBe(true);
  expect(events).toEqual([
    { secret: 'of-the-source-0123456789', topic: 'ringing', query: 'Call%20ID=1&Agent+ID=83' },
  ]);
  expect(warnings).toEqual([]);
  links.open('ringcue://event/of-somebody-else-0123456789?a=1');
  for (const bad of [
    'ringcue://event',
    'ringcue://event?a=1',
    'ringcue://event/short?a=1',
    'ringcue://event/of-the-source-0123456789',
    'ringcue://event/of-the-source-0123456789?',
    'ringcue://event/of-the-source-0123456789?a=1\nb=2',
    'ringcue://event/of-the-source-0123456789/a/b?c=1',
    `ringcue://event/of-the-source-0123456789?a=${'b'.repeat(8_000)}`,
  ]) {
    links.open(bad);
  }
  expect(events).toHaveLength(2);
  expect(warnings).toEqual(Array(9).fill('event link ignored'));
  expect(notices).toEqual([]);
  expect(opened()).toBe(0);
});

it('asks before it dials, about one number at a time', async () => {
  const { receiver, links, asked, answer } = await setUp({ dialsWithoutAsking: false });
  links.open('tel:+12025550104');
  links.open('tel:+12025550105');
  expect(asked).toEqual(['+12025550104 usual']);
  expect(receiver.requests).toEqual([]);
  answer();
  const [request] = await receiver.received(1);
  expect(request?.url).toBe('/dial?to=%2B12025550104');
});

it('dials nothing where the answer is no', async () => {
  const { receiver, links, asked, answer } = await setUp({
    dialsWithoutAsking: false,
    dials: false,
  });
  links.open('tel:+12025550104');
  answer();
  // The next one is asked about only once the first is answered.
  await until(() => {
    links.open('tel:+12025550105');
    return asked.length === 2 || undefined;
  }, 'the second question');
  expect(receiver.requests).toEqual([]);
});

it.each([
  ['tel:112', '112 emergency'],
  ['ringcue:call?number=0911', '0911 emergency'],
  ['tel:+19002345678', '+19002345678 premium'],
  ['tel:09001234567', '09001234567 premium'],
  ['tel:*21*0612345678#', '*21*0612345678# code'],
])('asks about %s also where it dials without asking', async (link, question) => {
  const { links, asked } = await setUp();
  links.open(link);
  expect(asked).toEqual([question]);
});

it('ignores a page that opens 200 links, and says so once', async () => {
  const { receiver, links, notices, clock, opened } = await setUp();
  for (let link = 0; link < 200; link += 1) links.open(`tel:+1202555${1000 + link}`);
  expect(await receiver.received(5)).toHaveLength(5);
  for (let link = 0; link < 200; link += 1) links.open('ringcue:open');
  expect(opened()).toBe(0);
  expect(notices).toEqual([
    'Too many links were opened at once. Ringcue ignores them for half a minute.',
  ]);
  clock.advance(31_000);
  links.open('ringcue:open');
  expect(opened()).toBe(1);
  expect(receiver.requests).toHaveLength(5);
});

it('calls back what a person chose on the desk without a question, but for a risk', async () => {
  const { receiver, links, asked, answer } = await setUp({ dialsWithoutAsking: false });
  expect(await links.callBack('+31201234567')).toEqual({ ok: true, value: { dialled: true } });
  expect(asked).toEqual([]);
  const [request] = await receiver.received(1);
  expect(request?.url).toBe('/dial?to=%2B31201234567');
  const risky = links.callBack('0900 1234567');
  await until(() => asked.length === 1 || undefined, 'the question');
  expect(asked).toEqual(['09001234567 premium']);
  answer();
  expect(await risky).toEqual({ ok: true, value: { dialled: true } });
  await receiver.received(2);
});

it('dials nothing for a number that is none, or a person who thinks better of it', async () => {
  const { receiver, links, answer, asked } = await setUp({ dials: false });
  expect(await links.callBack('anonymous')).toMatchObject({
    ok: false,
    problem: { message: { id: 'problem.dial.noCallNumber' } },
  });
  const risky = links.callBack('112');
  await until(() => asked.length === 1 || undefined, 'the question');
  answer();
  expect(await risky).toEqual({ ok: true, value: { dialled: false } });
  expect(receiver.requests).toHaveLength(0);
});
