import type { HookAction } from './flow.ts';
import type { Hook } from './hook.ts';

export const opensPopup = (action: HookAction, popupId: string): boolean =>
  action.do === 'popup' && action.popup === popupId;

export const sendsWebhook = (action: HookAction, webhookId: string): boolean =>
  action.do === 'send' && action.webhook === webhookId;

/** The hooks of which one action is so. */
export const hooksWith = (
  hooks: readonly Hook[],
  is: (action: HookAction) => boolean,
): readonly Hook[] => hooks.filter(({ actions }) => actions.some(is));

/** A target of an action as one text, for lists to choose from: `popup:crm`. */
export const actionKey = (action: HookAction): string => {
  switch (action.do) {
    case 'popup':
      return `popup:${action.popup}`;
    case 'send':
      return `send:${action.webhook}`;
    case 'flow':
      return `flow:${action.flow}`;
  }
};

/** The action that a key names; undefined where it names none. */
export function actionOf(key: string): HookAction | undefined {
  const [, kind, id] = /^(popup|send|flow):(.+)$/.exec(key) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  if (kind === 'popup') return { do: 'popup', popup: id };
  return kind === 'send' ? { do: 'send', webhook: id } : { do: 'flow', flow: id };
}
