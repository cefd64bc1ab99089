import { lateSeconds } from '../../../shared/matching/match-rule.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Flow, RuleAction } from '../../../shared/model/flow.ts';
import type { ActionTrace } from '../../../shared/model/log-entry.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { problemText } from '../../../shared/text/english.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { PopupService } from '../popups/index.ts';
import type { FlowRunner } from '../flows/index.ts';
import type { WebhookOccasion, WebhookService } from '../webhooks/index.ts';
import type { Firing } from './firing.ts';

export interface ActionParts {
  readonly popups: PopupService;
  readonly webhooks: WebhookService;
  readonly flowRunner: FlowRunner;
  readonly flows: () => readonly Flow[];
  readonly log: Log;
  /** Takes secrets out of an address. */
  readonly mask: (text: string) => string;
}

/**
 * Does what a rule says. Popups open before anything is waited for; resolves when every webhook is in the
 * outbox and every flow has ended.
 */
export async function runActions(firing: Firing, parts: ActionParts): Promise<void> {
  const run = (action: RuleAction): Promise<void> | undefined => {
    switch (action.do) {
      case 'popup':
        openTraced(action.popup, firing.call, firing, parts);
        return undefined;
      case 'send':
        return sendWebhook(action.webhook, firing, parts);
      case 'flow':
        return runFlow(action.flow, firing, parts);
    }
  };
  await Promise.all(firing.rule.actions.flatMap((action) => run(action) ?? []));
}

function runFlow(id: string, firing: Firing, parts: ActionParts): Promise<void> | undefined {
  const report = firing.newAction();
  const flow = parts.flows().find((one) => one.id === id);
  const trace: ActionTrace = { kind: 'flow', name: flow?.name ?? id, outcome: 'done' };
  if (flow?.enabled !== true) {
    parts.log.warn('flow not run', { flow: id, problem: 'gone or switched off' });
    report(failed(trace, message('problem.flow.turnedOff')));
    return undefined;
  }
  report(trace);
  const openPopup = (popupId: string, call: CallData): void =>
    openTraced(popupId, call, firing, parts);
  return parts.flowRunner
    .run(flow, { ...webhookOccasion(firing), occurredAt: firing.event.occurredAt }, openPopup)
    .then(({ sent, tookBranch, problem, choices }) => {
      const told = choices.length === 0 ? trace : { ...trace, choices };
      if (problem === null) {
        if (told !== trace) report(told);
        return;
      }
      // A step that failed is said also where others did not.
      const hasDone = sent > 0 || tookBranch;
      report(hasDone ? { ...told, problem } : failed(told, problem));
    });
}

function openTraced(popupId: string, call: CallData, firing: Firing, parts: ActionParts): void {
  const { event, callKey, isTest } = firing;
  const { receivedAt } = event;
  const report = firing.newAction();
  let trace: ActionTrace = { kind: 'popup', name: parts.popups.nameOf(popupId), outcome: 'done' };
  // Popups stay one an offer, however many keys are pressed.
  if (firing.popupOpened) {
    report({ ...trace, how: 'before' });
    return;
  }
  const add = (more: Partial<ActionTrace>): void => {
    trace = { ...trace, ...more };
    report(trace);
  };
  const opened = parts.popups.open({
    popupId,
    callKey,
    call,
    receivedAt,
    lateSeconds: lateSeconds(event),
    isTest,
    watch: {
      requested: (how, url, at) => add({ how, url: parts.mask(url), requestedMs: at - receivedAt }),
      painted: (at) => add({ paintedMs: Math.round(at - receivedAt) }),
      notShown: () => add({ notShown: true }),
    },
  });
  add(opened.ok ? {} : { outcome: 'failed', problem: opened.problem.message });
}

async function sendWebhook(webhook: string, firing: Firing, parts: ActionParts): Promise<void> {
  const { webhooks, log } = parts;
  const report = firing.newAction();
  const trace: ActionTrace = { kind: 'send', name: webhooks.nameOf(webhook), outcome: 'done' };
  const sent = await webhooks.send(webhook, webhookOccasion(firing));
  if (!sent.ok) log.warn('webhook not sent', { webhook, problem: problemText(sent.problem) });
  report(sent.ok ? trace : failed(trace, sent.problem.message));
}

const failed = (trace: ActionTrace, problem: Message): ActionTrace => ({
  ...trace,
  outcome: 'failed',
  problem,
});

const webhookOccasion = ({ event, rule, callKey, call, isTest }: Firing): WebhookOccasion => ({
  source: event.source,
  eventId: event.id,
  ruleId: rule.id,
  stage: event.stage,
  callKey,
  call,
  isTest,
});
