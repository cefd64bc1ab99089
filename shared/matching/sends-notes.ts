import type { ConfigSnapshot } from '../config/resolve-layers.ts';
import { isPaused } from '../model/pause.ts';

/** Whether an enabled hook sends the agent's notes on, so that writing one makes sense. */
export const sendsNotes = (
  { hooks, webhooks, flows }: Pick<ConfigSnapshot, 'hooks' | 'webhooks' | 'flows'>,
  now: number,
): boolean =>
  hooks.some(
    ({ enabled, when, actions }) =>
      enabled &&
      when.stage === 'noted' &&
      actions.some((action) => {
        if (action.do === 'popup') return false;
        if (action.do === 'flow') return flows.some((one) => one.id === action.flow && one.enabled);
        const webhook = webhooks.find((one) => one.id === action.webhook);
        return webhook?.enabled === true && !isPaused(webhook.pause, now);
      }),
  );
