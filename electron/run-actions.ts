import { lateSeconds } from '../shared/matching/match-hook.ts';
import type { CallData } from '../shared/model/call-fields.ts';
import type { Flow, HookAction } from '../shared/model/flow.ts';
import { problemText } from '../shared/result.ts';
import type { Occasion } from './calls/call-desk.ts';
import type { Log } from './ports/log.ts';
import type { PopupService } from './popups/popup-service.ts';
import type { FlowRunner } from './webhooks/flow-runner.ts';
import type { WebhookOccasion, WebhookService } from './webhooks/webhook-service.ts';

interface Parts {
  readonly popups: PopupService;
  readonly webhooks: WebhookService;
  readonly flowRunner: FlowRunner;
  readonly flows: () => readonly Flow[];
  readonly log: Log;
}

/**
 * Does what a hook says. Popups open before anything is waited for; resolves when every webhook is in the
 * outbox and every flow has ended.
 */
export async function runActions(occasion: Occasion, parts: Parts): Promise<void> {
  const openPopup = (popupId: string, call: CallData): void => {
    parts.popups.open({
      popupId,
      callKey: occasion.callKey,
      call,
      receivedAt: occasion.event.receivedAt,
      lateSeconds: lateSeconds(occasion.event),
    });
  };
  const run = (action: HookAction): Promise<void> | undefined => {
    switch (action.do) {
      case 'popup':
        openPopup(action.popup, occasion.call);
        return undefined;
      case 'send':
        return sendWebhook(action.webhook, occasion, parts);
      case 'flow': {
        const flow = parts.flows().find(({ id }) => id === action.flow);
        if (flow?.enabled !== true) {
          parts.log.warn('flow not run', { flow: action.flow, problem: 'gone or switched off' });
          return undefined;
        }
        return parts.flowRunner.run(flow, webhookOccasion(occasion), openPopup);
      }
    }
  };
  await Promise.all(occasion.hook.actions.flatMap((action) => run(action) ?? []));
}

async function sendWebhook(webhook: string, occasion: Occasion, parts: Parts): Promise<void> {
  const sent = await parts.webhooks.send(webhook, webhookOccasion(occasion));
  if (!sent.ok) {
    parts.log.warn('webhook not sent', { webhook, problem: problemText(sent.problem) });
  }
}

const webhookOccasion = ({ event, hook, callKey, call }: Occasion): WebhookOccasion => ({
  source: event.source,
  eventId: event.id,
  hookId: hook.id,
  stage: event.stage,
  callKey,
  call,
});
