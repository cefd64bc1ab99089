import type { Input } from '../../../shared/contract/contract.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Webhook, WebhookBody } from '../../../shared/model/webhook.ts';
import type { Form } from '../../forms/use-command-form.ts';
import { changeWhen } from '../../ui/usual-agent.ts';
import { newRuleFor, whenOfBody } from './webhook-draft.ts';

/** No rule: only other rules and flows send the webhook. */
export type WebhookValues = Omit<Input<'webhook.save'>, 'expected'>;
export type WebhookForm = Form<WebhookValues>;

export interface WebhookFieldsProps {
  readonly form: WebhookForm;
  /** As it is stored, for secrets that are not typed again. */
  readonly stored: Webhook;
}

/** @param own the rule that sends just this webhook, where there is one */
export function valuesOf(webhook: Webhook, own: Rule | undefined, isMade: boolean): WebhookValues {
  // A rule that is turned off does not send: saving must not turn it on.
  if (own?.enabled === true) return { webhook, rules: [own] };
  return { webhook, rules: isMade ? [newRuleFor(webhook)] : [] };
}

/** The rule under the webhook's name; switched off where the webhook is to be sent by others only. */
export function webhookToSave({ webhook, rules }: WebhookValues, own: Rule | undefined) {
  const [rule] = rules;
  if (rule !== undefined) {
    const name = rule.name === '-' ? webhook.name : rule.name;
    return { webhook, rules: [{ ...rule, enabled: true, name }] };
  }
  return { webhook, rules: own?.enabled === true ? [{ ...own, enabled: false }] : [] };
}

/** Another body; the rule waits for its trigger, where it has one. */
export function setBody(
  form: WebhookForm,
  body: WebhookBody,
  systems: readonly string[] = [],
): void {
  const when = whenOfBody(body);
  form.setFieldValue('webhook.body', body);
  const [rule] = form.values.rules;
  if (when !== undefined && rule !== undefined) changeWhen(form, 'rules.0', rule, when, systems);
}
