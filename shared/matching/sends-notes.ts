import type { ConfigSnapshot } from '../config/resolve-layers.ts';
import { stepsIn, type FlowStep } from '../model/flow.ts';
import { isPaused } from '../model/pause.ts';

const isWebhook = ({ do: what }: FlowStep): boolean => what === 'send' || what === 'ask';

/** Whether an enabled rule sends the agent's notes on, so that writing one makes sense. */
export const sendsNotes = (
  { rules, webhooks, flows }: Pick<ConfigSnapshot, 'rules' | 'webhooks' | 'flows'>,
  now: number,
): boolean =>
  rules.some(
    ({ enabled, when, actions }) =>
      enabled &&
      'stage' in when &&
      when.stage === 'noted' &&
      actions.some((action) => {
        if (action.do === 'popup') return false;
        if (action.do === 'flow') {
          const flow = flows.find((one) => one.id === action.flow);
          return flow?.enabled === true && stepsIn(flow.steps).some(isWebhook);
        }
        const webhook = webhooks.find((one) => one.id === action.webhook);
        return webhook?.enabled === true && !isPaused(webhook.pause, now);
      }),
  );
