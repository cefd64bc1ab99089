import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { until } from '../support/until.ts';

const key = 'K3y-that-no-report-may-have-in-it';

it('keeps a report of a page that crashed, without keys, and names it in the diagnostics', async () => {
  const events = await testEventServer();
  const crm = await startCrm();
  const config = oneCrmConfig(events.url, { url: crm.url });
  const ringcue = await launchRingcue({
    config: {
      ...config,
      webhooks: [
        { id: 'w', name: 'Calls', url: crm.url, headers: [{ name: 'X-Key', secret: key }] },
      ],
    },
  });
  await events.connected();
  await ringcue.app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    void window.loadURL('chrome://crash').catch(() => undefined);
  });
  const folder = path.join(ringcue.folder, 'Crashpad');
  const report = await until(
    () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
        name.endsWith('.dmp'),
      ),
    'a crash report',
  );
  const bytes = readFileSync(path.join(folder, report));
  expect(bytes.subarray(0, 4).toString()).toBe('MDMP');
  for (const coding of ['utf8', 'utf16le'] as const) {
    expect(bytes.includes(Buffer.from(key, coding))).toBe(false);
  }
  await ringcue.desk.getByRole('button', { name: 'Settings' }).click();
  await ringcue.desk.getByRole('tab', { name: 'Support' }).click();
  await ringcue.desk.getByRole('button', { name: 'Copy diagnostics' }).click();
  await ringcue.desk.getByText('Copied.').waitFor();
  const text = await ringcue.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toContain(`"crashReports": {\n    "folder": "${folder}",\n    "count": 1,`);
});
