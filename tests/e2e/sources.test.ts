import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { testEventServer } from '../support/event-server.ts';
import { launchRingcue } from '../support/ringcue.ts';
import { screenshot } from '../support/screens.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('lists sources with how they are doing, and switches one off from there', async () => {
  const events = await testEventServer();
  const folder = temporaryFolder();
  const document = {
    version: 3,
    agent: { name: 'Ada', id: '83' },
    sources: ['Amsterdam', 'Istanbul'].map((name) => ({
      id: name.toLowerCase(),
      name,
      transport: { type: 'websocket', url: `${events.url}/${name}` },
    })),
  };
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  const { desk } = await launchRingcue({ folder });
  await desk.getByRole('button', { name: 'Sources' }).click();
  const sources = desk.getByTestId('source-row');
  await sources.filter({ hasText: 'Istanbul' }).getByText('Connected').waitFor();
  await screenshot(desk, 'sources');
  await desk.getByLabel('Search sources').fill('amster');
  await expect.poll(() => sources.count()).toBe(1);
  await sources.getByRole('button', { name: 'More: Amsterdam' }).click();
  await desk.getByRole('menuitem', { name: 'Turn off' }).click();
  await sources.getByText('Off', { exact: true }).waitFor();
});
