import { rulesWith, sendsWebhook } from '../../../shared/model/rule-actions.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { When } from '../../../shared/model/rule-when.ts';
import {
  successCodeChoices,
  type Webhook,
  type WebhookBody,
} from '../../../shared/model/webhook.ts';

export type WebhookKind = 'blank' | 'acefone' | 'callvoip';

const bodies: Readonly<Record<WebhookKind, WebhookBody>> = {
  blank: { kind: 'fields', encoding: 'json', fields: [] },
  acefone: {
    kind: 'acefone',
    trigger: 'Call received on Server',
    encoding: 'form',
    extra: [],
  },
  callvoip: { kind: 'callvoip' },
};

/** A new webhook: each system's form starts with its own defaults. */
export const newWebhook = (kind: WebhookKind): Webhook => ({
  id: `webhook-${crypto.randomUUID()}`,
  name: '',
  group: '',
  enabled: true,
  url: '',
  method: 'POST',
  body: bodies[kind],
  headers: [],
  dates: kind === 'acefone' ? { format: 'default', zone: 'IST' } : { format: 'iso', zone: 'UTC' },
  whenUnset: 'empty',
  successCodes: [...successCodeChoices],
  // Callvoip's own default: a call waits for the answer.
  timeoutSeconds: kind === 'callvoip' ? 2 : 15,
  followRedirects: false,
  stopOn4xx: true,
  allowLocal: false,
});

/** The rule that sends just this webhook: the one that its form edits. */
export const ruleOfWebhook = (webhookId: string, rules: readonly Rule[]): Rule | undefined =>
  rulesWith(rules, (action) => sendsWebhook(action, webhookId)).find(
    ({ actions }) => actions.length === 1,
  );

export const newRuleFor = (webhook: Webhook): Rule => ({
  id: `rule-${webhook.id}`.slice(0, 100),
  name: '-',
  enabled: true,
  when: whenOfBody(webhook.body) ?? { stage: 'hangup' },
  which: { agent: 'mine', internal: false },
  actions: [{ do: 'send', webhook: webhook.id }],
});

/** What a webhook of Acefone's waits for: its trigger decides when it is sent, and what it says. */
export const whenOfBody = (body: WebhookBody): When | undefined =>
  body.kind === 'acefone' ? { trigger: { system: 'acefone', name: body.trigger } } : undefined;
