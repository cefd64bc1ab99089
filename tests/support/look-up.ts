import { FlowRunner, type ContactChoices } from '../../electron/features/flows/index.ts';
import { PreparedWebhooks } from '../../electron/features/webhooks/prepared-webhooks.ts';
import { Sender } from '../../electron/features/webhooks/sender.ts';
import { WebhookService } from '../../electron/features/webhooks/webhook-service.ts';
import { createHttpClient } from '../../electron/platform/network/http-client.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { emptyCallData } from '../../shared/model/call-fields.ts';
import type { Answer } from '../../shared/model/answer.ts';
import { flowSchema } from '../../shared/model/flow.ts';
import { webhookSchema } from '../../shared/model/webhook.ts';
import { english } from '../../shared/text/english.ts';

/** Looks up with a webhook, as a flow does. @returns the variable, or why there is none, and what was noted */
export async function lookUp(
  url: string,
  answer: Answer = { from: 'pointer', pointer: '/id' },
  whenFails?: 'continue' | 'stop',
  ifFails?: readonly object[],
  choices: Pick<ContactChoices, 'ask'> = { ask: () => Promise.resolve({ by: 'unasked' }) },
) {
  const notes: string[] = [];
  const log = {
    info: () => undefined,
    warn: (_event: string, data?: Readonly<Record<string, unknown>>) =>
      void notes.push(String(data?.['note'] ?? data?.['problem'])),
    error: () => undefined,
  };
  const prepared = new PreparedWebhooks();
  prepared.apply(
    [webhookSchema.parse({ id: 'crm', name: 'The CRM', url, method: 'GET', timeoutSeconds: 2 })],
    [],
  );
  const sendHttp = createHttpClient({
    authorities: () => [],
    resolveProxy: () => Promise.resolve('DIRECT'),
    proxyCredentials: () => undefined,
  });
  const service = new WebhookService({
    clock: systemClock,
    log,
    prepared,
    outbox: { accept: () => Promise.reject(new Error('not sent')) },
    sender: new Sender({ clock: systemClock, sendHttp, revealSecret: () => undefined }),
    onNotAccepted: () => undefined,
  });
  const steps = [
    { do: 'ask', webhook: 'crm', as: 'id', answer, whenFails, ifFails },
    { do: 'popup', popup: 'p' },
  ];
  let value: string | undefined;
  const popups: string[] = [];
  const occasion = { source: 's', eventId: 'e', ruleId: 'r', callKey: 'c', call: emptyCallData };
  const { problem, choices: chosen } = await new FlowRunner(log, service, choices).run(
    flowSchema.parse({ id: 'f', name: 'F', steps }),
    { ...occasion, stage: 'ringing', occurredAt: 0 },
    (popup, call) => {
      popups.push(popup);
      value = call.vars?.['id'] ?? 'unset';
    },
  );
  const said = problem === null ? '' : english(problem);
  return { value, popups, problem: said, notes, chosen };
}
