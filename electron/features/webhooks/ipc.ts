import { randomUUID } from 'node:crypto';
import { detachWebhook } from '../../../shared/config/detach-secrets.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Template } from '../../../shared/model/template.ts';
import type { WebhookInput } from '../../../shared/model/webhook.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { prepareTemplate } from '../../../shared/templates/template.ts';
import { curlCommand } from '../../../shared/webhooks/curl-command.ts';
import { prepareRequest } from '../../../shared/webhooks/prepare-request.ts';
import type { ConfigEdits } from '../config/index.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import { saveCsv } from '../../platform/ipc/save-csv.ts';
import { deliveriesCsv } from './deliveries-csv.ts';
import type { Deliveries } from './deliveries.ts';
import type { WebhookService } from './webhook-service.ts';
import { message } from '../../../shared/text/message.ts';

interface Parts {
  readonly snapshot: () => ConfigSnapshot;
  readonly edits: ConfigEdits;
  /** A call to try definitions on, as one of the current agent where it names none. */
  readonly trialCall: (choice: TrialCall) => Result<CallData>;
  readonly service: WebhookService;
  readonly deliveries: Deliveries;
}

/** What our pages may do with webhooks, templates and deliveries. */
export const webhookHandlers = (parts: Parts) => ({
  ...definitionHandlers(parts),
  ...deliveryHandlers(parts.deliveries),
});

function definitionHandlers(parts: Parts) {
  const { snapshot, edits, service, trialCall } = parts;
  return {
    'webhook.save': ({ webhook, rules, expected }) => {
      const made = requestOf(webhook, snapshot().templates);
      // A template that is gone, or of another group, is found now and not when a call rings.
      if (!made.ok) return toReply(made);
      return toReply(edits.saveWebhook(webhook, rules, expected));
    },
    'webhook.preview'({ webhook, call }) {
      const found = trialCall(call);
      if (!found.ok) return toReply(found);
      const build = requestOf(webhook, snapshot().templates);
      if (!build.ok) return toReply(build);
      const request = build.value(found.value);
      return { ok: true, value: { curl: curlCommand(request), body: request.body } };
    },
    async 'webhook.test'({ webhookId, call }) {
      const found = trialCall(call);
      if (!found.ok) return toReply(found);
      const sent = await service.sendTest(webhookId, {
        source: 'test',
        eventId: randomUUID(),
        ruleId: 'test',
        stage: 'ringing',
        callKey: `test-${randomUUID()}`,
        call: found.value,
      });
      return sent.ok ? { ok: true, value: { id: sent.value } } : toReply(sent);
    },
    'template.save': ({ template, expected }) => toReply(edits.saveTemplate(template, expected)),
    'template.preview'({ template, call }) {
      const found = trialCall(call);
      if (!found.ok) return toReply(found);
      const fill = prepareTemplate(template.format, template.text);
      if (!fill.ok) return toReply(fill);
      const body = fill.value({
        call: found.value,
        dates: { format: 'iso', zone: 'UTC' },
        whenUnset: 'empty',
      });
      return { ok: true, value: { body } };
    },
  } satisfies Partial<Handlers>;
}

function deliveryHandlers(deliveries: Deliveries) {
  return {
    'deliveries.search': async (search) => ({ ok: true, value: await deliveries.search(search) }),
    'deliveries.health': async (search) => ({ ok: true, value: await deliveries.health(search) }),
    'deliveries.detail': async ({ id }) => toReply(await deliveries.detail(id)),
    async 'deliveries.retry'({ id, url, body }) {
      const retried = await deliveries.retry(id, { url, body });
      return retried.ok ? { ok: true, value: { count: retried.value } } : toReply(retried);
    },
    'deliveries.retryDead': async (failed) => ({
      ok: true,
      value: { count: await deliveries.retryFailed(failed) },
    }),
    'deliveries.export': (search) =>
      saveCsv('ringcue-deliveries.csv', (separator) =>
        deliveriesCsv(deliveries, search, separator),
      ),
  } satisfies Partial<Handlers>;
}

function requestOf(input: WebhookInput, templates: readonly Template[]) {
  // Only the place of a secret matters here, not its value.
  const webhook = detachWebhook(input, (name, value) =>
    typeof value === 'string' ? { secret: name } : value,
  );
  const { body } = webhook;
  const template = body.kind === 'template' && templates.find(({ id }) => id === body.template);
  if (template && template.group !== '' && template.group !== webhook.group) {
    return fail(
      message('problem.webhook.templateGroup', { template: template.name, group: template.group }),
      'webhook.body.template',
    );
  }
  const made = prepareRequest(webhook, templates);
  return made.ok ? made : fail(made.problem.message, `webhook.${made.problem.path}`);
}
