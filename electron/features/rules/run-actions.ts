import { lateSeconds } from '../../../shared/matching/match-rule.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Flow, RuleAction } from '../../../shared/model/flow.ts';
import type { ActionTrace } from '../../../shared/model/journal.ts';
import { problemText, type Problem } from '../../../shared/result.ts';
import type { Occasion } from '../calls/call-desk.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { PopupService } from '../popups/popup-service.ts';
import type { FlowRunner } from '../flows/flow-runner.ts';
import type { WebhookOccasion, WebhookService } from '../webhooks/webhook-service.ts';

interface Parts {
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
export async function runActions(occasion: Occasion, parts: Parts): Promise<void> {
  const openPopup = (popupId: string, call: CallData): void =>
    openTraced(popupId, call, occasion, parts);
  const run = (action: RuleAction): Promise<void> | undefined => {
    switch (action.do) {
      case 'popup':
        openPopup(action.popup, occasion.call);
        return undefined;
      case 'send':
        return sendWebhook(action.webhook, occasion, parts);
      case 'flow': {
        const flow = parts.flows().find(({ id }) => id === action.flow);
        const trace: ActionTrace = {
          kind: 'flow',
          name: flow?.name ?? action.flow,
          outcome: 'done',
        };
        if (flow?.enabled !== true) {
          parts.log.warn('flow not run', { flow: action.flow, problem: 'gone or switched off' });
          occasion.report(failed(trace, 'The flow was deleted or is turned off.'));
          return undefined;
        }
        occasion.report(trace);
        return parts.flowRunner
          .run(flow, webhookOccasion(occasion), openPopup)
          .then(({ sent, problem }) => {
            if (sent === 0 && problem !== '') occasion.report(failed(trace, problem));
          });
      }
    }
  };
  await Promise.all(occasion.rule.actions.flatMap((action) => run(action) ?? []));
}

function openTraced(popupId: string, call: CallData, occasion: Occasion, parts: Parts): void {
  const { event, callKey, isTest, report } = occasion;
  const { receivedAt } = event;
  const trace: ActionTrace = { kind: 'popup', name: parts.popups.nameOf(popupId), outcome: 'done' };
  const opened = parts.popups.open({
    popupId,
    callKey,
    call,
    receivedAt,
    lateSeconds: lateSeconds(event),
    isTest,
    watch: {
      requested(how, url, at) {
        Object.assign(trace, { how, url: parts.mask(url), requestedMs: at - receivedAt });
      },
      painted(at) {
        trace.paintedMs = Math.round(at - receivedAt);
        report(trace);
      },
      notShown() {
        trace.notShown = true;
        report(trace);
      },
    },
  });
  report(opened.ok ? trace : failed(trace, messageOf(opened.problem)));
}

async function sendWebhook(webhook: string, occasion: Occasion, parts: Parts): Promise<void> {
  const { webhooks, log } = parts;
  const trace: ActionTrace = { kind: 'send', name: webhooks.nameOf(webhook), outcome: 'done' };
  const sent = await webhooks.send(webhook, webhookOccasion(occasion));
  if (!sent.ok) log.warn('webhook not sent', { webhook, problem: problemText(sent.problem) });
  occasion.report(sent.ok ? trace : failed(trace, messageOf(sent.problem)));
}

const failed = (trace: ActionTrace, problem: string): ActionTrace =>
  Object.assign(trace, { outcome: 'failed' as const, problem });

const messageOf = (problem: Problem): string => problem.message;

const webhookOccasion = ({ event, rule, callKey, call, isTest }: Occasion): WebhookOccasion => ({
  source: event.source,
  eventId: event.id,
  ruleId: rule.id,
  stage: event.stage,
  callKey,
  call,
  isTest,
});
