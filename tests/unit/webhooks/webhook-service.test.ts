import { expect, it } from 'vitest';
import { PreparedWebhooks } from '../../../electron/features/webhooks/prepared-webhooks.ts';
import { Sender } from '../../../electron/features/webhooks/sender.ts';
import { WebhookService } from '../../../electron/features/webhooks/webhook-service.ts';
import { sampleCall } from '../../../shared/model/sample-call.ts';
import { webhookSchema } from '../../../shared/model/webhook.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { english } from '../../../shared/text/english.ts';

it('says so where the disk does not take a webhook, for nothing is sent that is not on it', async () => {
  const prepared = new PreparedWebhooks();
  prepared.apply([webhookSchema.parse({ id: 'w', name: 'Calls', url: 'https://example.com' })], []);
  const told: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const service = new WebhookService({
    clock: new FakeClock(),
    log,
    prepared,
    outbox: { accept: () => Promise.reject(new Error('database or disk is full')) },
    sender: new Sender({
      clock: new FakeClock(),
      sendHttp: () => Promise.reject(new Error('not asked')),
      revealSecret: () => undefined,
    }),
    onNotAccepted: (name) => told.push(name),
  });
  const occasion = {
    source: 'pbx',
    eventId: 'e1',
    ruleId: 'h',
    stage: 'hangup' as const,
    callKey: 'c1',
    call: sampleCall,
  };
  const sent = await service.send('w', occasion);
  expect(sent.ok ? '' : english(sent.problem.message)).toBe(
    'It could not be saved to disk (database or disk is full).',
  );
  const tested = await service.sendTest('w', occasion);
  expect(tested.ok).toBe(false);
  expect(told).toEqual(['Calls', 'Calls']);
});
