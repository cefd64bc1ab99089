import { expect, inject, it } from 'vitest';
import { oneCrmConfig } from '../support/config.ts';
import { startCrm } from '../support/crm.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { ownImage } from '../support/own-image.ts';
import { startImage } from '../support/image-app.ts';
import { countWindows } from '../support/typist.ts';
import { until } from '../support/until.ts';

it('opens the CRM page of a call that rings', async () => {
  const { versions } = inject('images');
  const events = await testEventServer();
  const crm = await startCrm();
  const app = startImage(ownImage(versions[0]), oneCrmConfig(events.url, { url: crm.url }));
  await app.logged(new RegExp(`start version="${versions[0]}"`));
  await events.connected();
  events.send(callEvent('ringing', { callId: 'packaged' }));
  const [visit] = await crm.visited(1);
  expect(visit).toContain('call=packaged');
  expect(visit).toContain('phone=%2B31201234567');
  await until(() => countWindows(' – CRM$', true) === 1 || undefined, 'the popup on screen');
  events.send(callEvent('hangup', { callId: 'packaged' }));
  await app.quit();
  expect(app.lines(/uncaught|unhandled/)).toEqual([]);
});
