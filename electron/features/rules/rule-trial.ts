import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import type { RuleTrialRequest } from '../../../shared/contract/rules.ts';
import type { RuleTrial, TriedAction } from '../../../shared/contract/views.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { variablesIn, type FlowStep, type RuleAction } from '../../../shared/model/flow.ts';
import { matchCondition, type Asked } from '../../../shared/matching/match-condition.ts';
import { momentAt } from '../../../shared/matching/moment.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { curlCommand } from '../../../shared/webhooks/curl-command.ts';
import { message } from '../../../shared/text/message.ts';
import { explainRules } from './explain-rules.ts';
import type { PreparedUrls } from '../popups/index.ts';
import type { PreparedWebhooks } from '../webhooks/index.ts';

interface Parts {
  readonly snapshot: () => ConfigSnapshot;
  /** Milliseconds since 1970: a test happens now. */
  readonly now: () => number;
  /** A call to try them on, as one of the current agent where it names none. */
  readonly trialCall: (choice: TrialCall) => Result<CallData>;
  readonly urls: PreparedUrls;
  readonly webhooks: PreparedWebhooks;
}

/** Tries rules on a sample call, on the call of a past popup, or on one that was typed. */
export function tryRules(request: RuleTrialRequest, parts: Parts): Result<RuleTrial> {
  const { agent, rules } = parts.snapshot();
  const found = parts.trialCall(request.call);
  if (!found.ok) return found;
  const call = found.value;
  const tried = request.draft === undefined ? rules : withDraft(rules, request.draft);
  const now = parts.now();
  const verdicts = explainRules(tried, request.when, call, agent, now);
  const asked = { call, moment: momentAt(now) };
  const byId = new Map(tried.map((rule) => [rule.id, rule]));
  return ok({
    rules: verdicts.map(({ ruleId, reason }) => {
      const rule = byId.get(ruleId);
      return {
        ruleId,
        name: rule?.name ?? ruleId,
        reason,
        actions: rule?.actions.flatMap((action) => triedAction(action, asked, parts)) ?? [],
      };
    }),
  });
}

const withDraft = (rules: readonly Rule[], draft: Rule): Rule[] =>
  rules.some(({ id }) => id === draft.id)
    ? rules.map((rule) => (rule.id === draft.id ? draft : rule))
    : [...rules, draft];

function triedAction(action: RuleAction, asked: Asked, parts: Parts): TriedAction[] {
  const { call } = asked;
  switch (action.do) {
    case 'popup':
      return [triedPopup(action.popup, call, parts.urls)];
    case 'send':
      return [triedWebhook('send', action.webhook, call, parts.webhooks)];
    case 'flow': {
      const flow = parts.snapshot().flows.find(({ id }) => id === action.flow);
      return flow === undefined
        ? [{ kind: 'popup', name: action.flow, problem: message('problem.flow.deleted') }]
        : triedSteps(flow.steps, asked, parts).map((tried) => ({ ...tried, flow: flow.name }));
    }
  }
}

/**
 * The steps a flow would take. Where a condition asks for an answer, which cannot be known beforehand, the
 * steps of both branches, each with the variables it depends on.
 */
function triedSteps(
  steps: readonly FlowStep[],
  asked: Asked,
  parts: Parts,
  onlyIf: readonly string[] = [],
): TriedAction[] {
  const { call } = asked;
  return steps.flatMap((step) => {
    if (step.do === 'if') {
      const variables = variablesIn(step.when);
      if (variables.length === 0) {
        const branch = matchCondition(step.when, asked) ? step.then : step.else;
        return triedSteps(branch, asked, parts, onlyIf);
      }
      const known = [...new Set([...onlyIf, ...variables])];
      return [step.then, step.else].flatMap((branch) => triedSteps(branch, asked, parts, known));
    }
    const tried =
      step.do === 'popup'
        ? triedPopup(step.popup, call, parts.urls)
        : triedWebhook(step.do, step.webhook, call, parts.webhooks);
    const own = onlyIf.length === 0 ? tried : { ...tried, onlyIf };
    if (step.do !== 'ask') return own;
    const branch = triedSteps(step.ifFails ?? [], asked, parts, onlyIf);
    return [own, ...branch.map((one) => ({ ifFails: tried.name, ...one }))];
  });
}

function triedWebhook(
  kind: 'send' | 'ask',
  webhookId: string,
  call: CallData,
  webhooks: PreparedWebhooks,
): TriedAction {
  const prepared = webhooks.get(webhookId);
  if (prepared === undefined) {
    return { kind, name: webhookId, problem: message('problem.webhook.deleted') };
  }
  const { webhook, build } = prepared;
  return build.ok
    ? { kind, name: webhook.name, curl: curlCommand(build.value(call)) }
    : { kind, name: webhook.name, problem: build.problem.message };
}

function triedPopup(popupId: string, call: CallData, urls: PreparedUrls): TriedAction {
  const prepared = urls.get(popupId);
  const named = { kind: 'popup' as const, name: prepared?.popup.name ?? popupId };
  if (prepared === undefined) return { ...named, problem: message('problem.popup.deleted') };
  const address = prepared.build.ok ? prepared.build.value(call) : prepared.build;
  return address.ok
    ? { ...named, plainUrl: address.value.plainUrl, url: address.value.url }
    : { ...named, problem: address.problem.message };
}
