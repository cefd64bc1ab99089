import { expect, it } from 'vitest';
import { ClickToCall } from '../../../electron/features/presence/click-to-call.ts';
import { createHttpClient } from '../../../electron/platform/network/http-client.ts';
import { english } from '../../../shared/text/english.ts';
import { startReceiver } from '../../support/receiver.ts';
import { until } from '../../support/until.ts';

async function setUp() {
  const receiver = await startReceiver();
  const notices: string[] = [];
  let opened = 0;
  const links = new ClickToCall({
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    sendHttp: createHttpClient({
      authorities: () => [],
      resolveProxy: () => Promise.resolve('DIRECT'),
      proxyCredentials: () => undefined,
    }),
    template: () => `${receiver.url}/dial?to={number}`,
    openDesk: () => (opened += 1),
    onNotice: (said) => notices.push(english(said)),
  });
  return { receiver, links, notices, opened: () => opened };
}

it('dials the number and says what to enter then', async () => {
  const { receiver, links, notices } = await setUp();
  expect(links.openFrom(['ringcue', '--flag', 'tel:+12025550104,,32288696#'])).toBe(true);
  const [request] = await receiver.received(1);
  expect(request?.url).toBe('/dial?to=%2B12025550104');
  await until(() => notices.length > 0 || undefined, 'the notice');
  expect(notices).toEqual(['Dialling +12025550104. When the call is answered, enter 32288696#.']);
});

it('says on the desk why a link is not dialled', async () => {
  const { receiver, links, notices, opened } = await setUp();
  expect(links.openFrom(['ringcue', 'tel:020 1234567 / 020 7654321'])).toBe(true);
  expect(notices).toEqual(['Nothing was dialled: the link holds more than one number.']);
  expect(opened()).toBe(1);
  expect(links.openFrom(['ringcue', 'C:\\file', '--flag'])).toBe(false);
  expect(receiver.requests).toEqual([]);
});
