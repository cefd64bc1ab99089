import { actionKey } from '../../../shared/model/rule-actions.ts';
import type { RuleAction } from '../../../shared/model/flow.ts';
import { outboundTypeName } from '../../../shared/model/outbound-type.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { conditionText } from '../../ui/condition/condition-text.ts';
import { whenText } from '../../ui/when-choices.ts';
import type { Translate } from '../../../shared/text/translate.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a rule's actions can name. */
export interface Targets {
  readonly popups: readonly Named[];
  readonly webhooks: readonly Named[];
  readonly flows: readonly Named[];
}

/** The names of targets by the keys of the actions that name them. */
export type TargetNames = ReadonlyMap<string, string>;

export const targetNames = ({ popups, webhooks, flows }: Targets): TargetNames =>
  new Map([
    ...popups.map(({ id, name }): [string, string] => [
      actionKey({ do: 'popup', popup: id }),
      name,
    ]),
    ...webhooks.map(({ id, name }): [string, string] => [
      actionKey({ do: 'send', webhook: id }),
      name,
    ]),
    ...flows.map(({ id, name }): [string, string] => [actionKey({ do: 'flow', flow: id }), name]),
  ]);

/** What a rule will do, in one sentence. */
export function ruleSentence(rule: Rule, names: TargetNames, t: Translate): string {
  return t('rules.sentence.whole', {
    stage: whenText(rule.when, t),
    ...callValues(rule, t),
    actions: actionTexts(rule, names, t),
    actionCount: rule.actions.length,
    off: rule.enabled ? 'other' : 'yes',
  });
}

/** For which calls it runs, where the rest is said elsewhere. */
export const callsLine = (rule: Rule, t: Translate): string =>
  asBeginning(t('rules.sentence.calls', callValues(rule, t)), t);

/** What it does, where the rest is said elsewhere. */
export function actionsLine(rule: Rule, names: TargetNames, t: Translate): string {
  return asBeginning(actionTexts(rule, names, t), t);
}

/** Some languages say the same within a sentence. */
function asBeginning(text: string, t: Translate): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(t.locale) + rest.join('');
}

const actionTexts = (rule: Rule, names: TargetNames, t: Translate): string =>
  rule.actions.map((action) => actionText(action, names, t)).join(t('rules.sentence.then'));

function callValues({ which }: Rule, t: Translate) {
  const filters = filterTexts(which, t);
  return {
    agent:
      which.agent === 'mine'
        ? t('rules.sentence.mine')
        : which.agent === 'served'
          ? t('rules.sentence.served')
          : isSet(which.agents)
            ? t('rules.sentence.ofAgents', { agents: list(which.agents) })
            : t('rules.sentence.ofAnybody'),
    internal: which.internal ? ('yes' as const) : ('other' as const),
    filters: filters.join(t('rules.sentence.join')),
    filterCount: filters.length,
  };
}

const filterTexts = (which: Rule['which'], t: Translate): string[] =>
  [
    isSet(which.queues) && t('rules.sentence.queues', { queues: list(which.queues) }),
    isSet(which.directions) &&
      t('rules.sentence.directions', {
        directions: which.directions
          .map((one) => t(`direction.${one}`).toLocaleLowerCase(t.locale))
          .join(', '),
      }),
    isSet(which.calledNumbers) &&
      t('rules.sentence.numbers', { numbers: list(which.calledNumbers) }),
    isSet(which.campaigns) && t('rules.sentence.campaigns', { campaigns: list(which.campaigns) }),
    isSet(which.pressedKeys) && t('rules.sentence.pressedKeys', { keys: list(which.pressedKeys) }),
    isSet(which.outboundTypes) &&
      t('rules.sentence.outboundTypes', { types: list(which.outboundTypes.map(outboundTypeName)) }),
    which.condition !== undefined &&
      t('rules.sentence.onlyIf', { condition: conditionText(which.condition, t) }),
  ].filter((part): part is string => typeof part === 'string');

function actionText(action: RuleAction, names: TargetNames, t: Translate): string {
  const known = names.get(actionKey(action));
  const name = known === undefined ? t('rules.sentence.unknown') : `“${known}”`;
  switch (action.do) {
    case 'popup':
      return t('rules.sentence.opens', { name });
    case 'send':
      return t('rules.sentence.sends', { name });
    case 'flow':
      return t('rules.sentence.runs', { name });
  }
}

const list = (values: readonly string[] | undefined): string => (values ?? []).join(', ');

const isSet = <T>(list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && list.length > 0;
