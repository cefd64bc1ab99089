import { incomingCall } from '../../../shared/dialects/callvoip.ts';
import { usualAgent } from '../../ui/usual-agent.ts';
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
    leaveOut: [],
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
  // Receivers of Acefone's webhooks know the numbers as Acefone writes them.
  ...(kind === 'acefone' && { numbers: 'raw' as const }),
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

export function newRuleFor(webhook: Webhook): Rule {
  const when = whenOfBody(webhook.body) ?? { stage: 'hangup' };
  return {
    id: `rule-${webhook.id}`.slice(0, 100),
    name: '-',
    enabled: true,
    when,
    which: { agent: usualAgent(when, []), internal: false },
    actions: [{ do: 'send', webhook: webhook.id }],
  };
}

/**
 * What a webhook of Acefone's or Callvoip's waits for: the trigger decides when it is sent, and what it says.
 * Callvoip knows one: a call reaches the dial plan.
 */
export function whenOfBody(body: WebhookBody): When | undefined {
  if (body.kind === 'acefone') return { trigger: { system: 'acefone', name: body.trigger } };
  return body.kind === 'callvoip'
    ? { trigger: { system: 'callvoip', name: incomingCall } }
    : undefined;
}
