import type { IncomingMessage } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import { closeServer, listenOnLoopback } from '../../electron/features/demo/loopback-server.ts';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { until } from '../support/until.ts';

/** Behaves as the manual of Yeastar's P-Series says: a token by HTTP, then events over WebSocket. */
async function startYeastar() {
  const tokens: string[] = [];
  const texts: string[] = [];
  const { server, port } = await listenOnLoopback((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const accepted =
        request.url === '/openapi/v1.0/get_token' &&
        request.headers['user-agent'] === 'OpenAPI' &&
        body === '{"username":"client","password":"client-secret"}';
      if (accepted) tokens.push(`token-${tokens.length + 1}`);
      const answer = accepted
        ? { errcode: 0, access_token: tokens.at(-1) }
        : { errcode: 20004, errmsg: 'LOGIN FAILED' };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  const sockets = new WebSocketServer({
    server,
    verifyClient: ({ req }: { req: IncomingMessage }) =>
      req.url === `/openapi/v1.0/subscribe?access_token=${tokens.at(-1)}`,
  });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      texts.push(text);
      socket.send(text === 'heartbeat' ? 'heartbeat response' : '{"errcode":0,"errmsg":"SUCCESS"}');
    });
  });
  onTestFinished(async () => {
    for (const client of sockets.clients) client.terminate();
    await closeServer(server);
  });
  const send = (message: unknown): void => {
    for (const client of sockets.clients) client.send(JSON.stringify(message));
  };
  const drop = (): void => {
    for (const client of sockets.clients) client.terminate();
  };
  return { host: `127.0.0.1:${port}`, texts, tokens, send, drop };
}

const rings = (callId: string, extension: string) => ({
  type: 30011,
  sn: '3631A2124000',
  msg: JSON.stringify({
    call_id: callId,
    members: [
      { inbound: { from: '5503301', to: '2000', member_status: 'ALERT', channel_id: 'a' } },
      { extension: { number: extension, member_status: 'RING', channel_id: `b-${extension}` } },
    ],
  }),
});

/** From left to right and all in sight; below each other where there is no room. */
async function sideBySide({ app, desk }: Ringcue): Promise<void> {
  const resize = (width: number) =>
    app.evaluate(({ BrowserWindow }, wide) => {
      const [window] = BrowserWindow.getAllWindows().filter((one) =>
        one.webContents.getURL().includes('/desk.html'),
      );
      window?.setContentSize(wide, 780);
    }, width);
  const boxes = async () => {
    const columns = [
      desk.getByLabel('Sample message'),
      desk.getByLabel('Mapping (JSONata)'),
      desk.getByRole('group', { name: 'Result' }),
    ];
    const found = await Promise.all(columns.map((column) => column.boundingBox()));
    return found.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
  };
  const [sample, mapping, result] = await boxes();
  expect(sample!.x + sample!.width).toBeLessThan(mapping!.x);
  expect(mapping!.x + mapping!.width).toBeLessThan(result!.x);
  for (const box of [mapping!, result!]) {
    expect(Math.abs(box.y - sample!.y)).toBeLessThan(1);
    expect(Math.abs(box.height - sample!.height)).toBeLessThan(1);
  }
  expect(await desk.getByRole('group', { name: 'Result' }).isVisible()).toBe(true);
  const bottom = await desk.getByRole('button', { name: 'Save' }).boundingBox();
  expect(result!.y + result!.height).toBeLessThan(bottom!.y);
  await screenshot(desk, 'mapping-editor');
  await screenshot(desk, 'mapping-editor-dark', 'dark');
  await resize(720);
  await expect
    .poll(async () => {
      const stacked = await boxes();
      return stacked.every(({ y }, at) => at === 0 || y > stacked[at - 1]!.y + 100);
    })
    .toBe(true);
  await desk.getByLabel('Mapping (JSONata)').scrollIntoViewIfNeeded();
  await screenshot(desk, 'mapping-editor-720');
  await resize(1180);
}

it('takes calls of a PBX nobody wrote code for, set up in the editor from a recipe', async () => {
  const keyring = await startKeyring();
  const pbx = await startYeastar();
  const crm = await startCrm();
  const config = { ...oneCrmConfig('ws://unused', { url: crm.url }) };
  delete config.sources;
  const ringcue = await launchRingcue({ config, args: keyring.args, env: keyring.env });
  const { desk } = ringcue;
  await desk.getByRole('button', { name: 'Sources' }).click();
  await desk.getByRole('button', { name: 'Add source' }).click();
  await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('PBX');
  await desk.getByRole('combobox', { name: 'Phone system' }).click();
  await desk.getByRole('option', { name: 'Other (custom mapping)' }).click();
  await desk.getByRole('combobox', { name: 'Start from' }).click();
  await desk.getByRole('option', { name: 'Yeastar P-Series' }).click();
  await desk.getByTestId('mapping-result').getByText('"callerNumber": "5503301"').waitFor();

  const address = 'openapi/v1.0/subscribe?access_token=${token}';
  await desk.getByLabel('Server URL').fill(`ws://${pbx.host}/${address}`);
  await desk.getByRole('button', { name: 'Advanced connection settings' }).click();
  await desk.getByLabel('Sign-in URL').fill(`http://${pbx.host}/openapi/v1.0/get_token`);
  await desk.getByLabel('User', { exact: true }).fill('client');
  await desk.getByLabel('Password', { exact: true }).fill('wrong');
  const mapping = desk.getByLabel('Mapping (JSONata)');
  const expression = await mapping.inputValue();
  await mapping.fill('{\n  "stage": "ringing",\n  "callId": }');
  await desk.getByTestId('mapping-problem').getByText('line 3').waitFor();
  await mapping.fill('($f := function($x) { $f($x) }; $f(1))');
  await desk.getByTestId('mapping-problem').getByText('took longer than 1 s').waitFor();
  await mapping.fill('1');
  await desk.getByTestId('mapping-problem').getByText('must return a call event').waitFor();
  // In a thread of the app this ended the app.
  await mapping.fill('$pad("", 500000000)');
  await desk
    .getByTestId('mapping-problem')
    .getByText(/ran out of memory on it twice|took longer than 1 s/)
    .waitFor();
  await mapping.fill(expression);
  await desk.getByTestId('mapping-result').getByText('"stage": "ringing"').waitFor();
  // From its labels on, as who writes a mapping has it before them.
  await desk.getByText('Sample message', { exact: true }).evaluate((label) => {
    label.scrollIntoView();
  });
  await sideBySide(ringcue);
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByRole('button', { name: 'Desk' }).click();
  await desk.getByText('The server refused the sign-in: its response has no token').waitFor();

  await desk.getByRole('button', { name: 'Sources' }).click();
  await desk.getByRole('button', { name: 'Edit: PBX' }).click();
  await desk.getByRole('button', { name: 'Advanced connection settings' }).click();
  await desk.getByLabel('Password', { exact: true }).fill('client-secret');
  await desk.getByLabel('Interval (seconds)').fill('5');
  await desk.getByRole('button', { name: 'Save' }).click();
  await until(() => pbx.texts.includes('{"topic_list":[30011,30009]}') || undefined, 'subscribe');
  pbx.send(rings('1', '2002'));
  pbx.send(rings('2', '1004'));
  await crm.visited(1);
  expect(crm.visits[0]).toContain('call=2&phone=5503301');
  await until(() => pbx.texts.includes('heartbeat') || undefined, 'a heartbeat');

  await desk.getByRole('button', { name: 'Edit: PBX' }).click();
  await desk.getByRole('button', { name: 'Use last received message' }).click();
  await desk.getByLabel('Sample message').getByText('heartbeat response').waitFor();
  await desk.keyboard.press('Escape');

  pbx.drop();
  await until(() => (pbx.tokens.length > 1 ? true : undefined), 'another token');
  expect(ringcue.log()).not.toContain('token-1');
});
