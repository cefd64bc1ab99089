import type { RuleAction } from './flow.ts';
import type { Rule } from './rule.ts';

export const opensPopup = (action: RuleAction, popupId: string): boolean =>
  action.do === 'popup' && action.popup === popupId;

export const sendsWebhook = (action: RuleAction, webhookId: string): boolean =>
  action.do === 'send' && action.webhook === webhookId;

/** The rules of which one action is so. */
export const rulesWith = (
  rules: readonly Rule[],
  is: (action: RuleAction) => boolean,
): readonly Rule[] => rules.filter(({ actions }) => actions.some(is));

/** A target of an action as one text, for lists to choose from: `popup:crm`. */
export const actionKey = (action: RuleAction): string => {
  switch (action.do) {
    case 'popup':
      return `popup:${action.popup}`;
    case 'send':
      return `send:${action.webhook}`;
    case 'flow':
      return `flow:${action.flow}`;
  }
};

/** The rules that have an action, by its key, in their order: for lists, which ask for many targets. */
export function rulesByAction(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const key of new Set(rule.actions.map(actionKey))) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [rule]);
      else known.push(rule);
    }
  }
  return found;
}

/** The action that a key names; undefined where it names none. */
export function actionOf(key: string): RuleAction | undefined {
  const [, kind, id] = /^(popup|send|flow):(.+)$/.exec(key) ?? [];
  if (kind === undefined || id === undefined) return undefined;
  if (kind === 'popup') return { do: 'popup', popup: id };
  return kind === 'send' ? { do: 'send', webhook: id } : { do: 'flow', flow: id };
}
