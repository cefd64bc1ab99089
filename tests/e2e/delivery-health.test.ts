import { expect, it } from 'vitest';
import { oneCrmConfig, type ConfigFile } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { startReceiver } from '../support/receiver.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { until } from '../support/until.ts';

const twoWebhooks = (events: string, receiver: string): ConfigFile => ({
  ...oneCrmConfig(events, { url: 'http://127.0.0.1:9/' }),
  settings: { plaintextSecrets: true },
  webhooks: [
    {
      ...{ id: 'w', name: 'Calls', url: `${receiver}/calls` },
      headers: [{ name: 'X-Key', secret: 'SECRET-KEY-1' }],
    },
    { id: 'x', name: 'Wallboard', url: `${receiver}/wallboard` },
  ],
  rules: [
    {
      ...{ id: 'h', name: 'H', when: { stage: 'hangup' } },
      actions: [
        { do: 'send', webhook: 'w' },
        { do: 'send', webhook: 'x' },
      ],
    },
  ],
});

it('shows how deliveries fare, and retries what failed for one cause', async () => {
  const events = await testEventServer();
  let status = 422;
  const receiver = await startReceiver(({ url }, response) =>
    response.writeHead(url === '/calls' ? status : 204).end(),
  );
  const { app, desk } = await launchRingcue({ config: twoWebhooks(events.url, receiver.url) });
  await events.connected();
  for (const callId of ['one', 'two', 'three']) {
    events.send(callEvent('hangup', { callId }, `e-${callId}`));
  }
  await receiver.received(6);
  const badge = desk.getByTestId('failed-count');
  await badge.getByText('3 failed deliveries').waitFor();
  await desk.getByRole('button', { name: /^Webhooks/ }).click();
  await desk.getByRole('tab', { name: 'Deliveries' }).click();
  const health = desk.getByTestId('delivery-health');
  const figure = (name: string) => health.getByRole('group', { name }).innerText();
  await until(
    async () => (await figure('Success rate')).startsWith('50%') || undefined,
    'half of them delivered',
  );
  expect(await figure('Failed')).toMatch(/^3\b/);
  // Drawn, and not by the table alone: three colours of the last hour's bar.
  await health.locator('svg .recharts-bar-rectangle path').first().waitFor();
  const rows = health.getByRole('table', { name: 'Deliveries by hour' }).getByRole('row');
  expect(await rows.count()).toBe(25);
  const cause = desk.getByTestId('failure-cause');
  await cause.getByText('HTTP 422', { exact: true }).waitFor();
  await screenshot(desk, 'delivery-health');
  await screenshot(desk, 'delivery-health-dark', 'dark');

  await desk.getByRole('button', { name: 'Show delivery: Calls' }).first().click();
  await desk.getByTestId('attempt').waitFor();
  await desk.getByRole('button', { name: 'Copy as curl' }).click();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await until(async () => (await copied()).startsWith('curl -X POST') || undefined, 'the command');
  expect(await copied()).toContain("-H 'X-Key: <secret: file.webhook.w.header.x-key>'");
  expect(await copied()).not.toContain('SECRET-KEY-1');
  await screenshot(desk, 'delivery');
  await screenshot(desk, 'delivery-dark', 'dark');
  await desk.keyboard.press('Escape');

  await desk.getByRole('combobox', { name: 'Webhook' }).click();
  await desk.getByRole('option', { name: 'Wallboard' }).click();
  await until(
    async () => (await figure('Success rate')).startsWith('100%') || undefined,
    'all of the other webhook delivered',
  );
  expect(await cause.count()).toBe(0);
  await desk.getByRole('combobox', { name: 'Webhook' }).click();
  await desk.getByRole('option', { name: 'Calls' }).click();
  status = 204;
  await desk.getByRole('button', { name: /^Retry all of these: / }).click();
  await desk.getByText('3 queued for retry.').waitFor();
  await receiver.received(9);
  await badge.waitFor({ state: 'detached' });
  await until(
    async () => (await figure('Success rate')).startsWith('100%') || undefined,
    'all delivered',
  );
  expect(await cause.count()).toBe(0);
});
