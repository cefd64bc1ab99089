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

/** What a rule will do, in one sentence. */
export function ruleSentence(rule: Rule, targets: Targets, t: Translate): string {
  const { which } = rule;
  const list = (values: readonly string[] | undefined): string => (values ?? []).join(', ');
  const filters = [
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
    isSet(which.outboundTypes) &&
      t('rules.sentence.outboundTypes', { types: list(which.outboundTypes) }),
    which.condition !== undefined &&
      t('rules.sentence.onlyIf', { condition: conditionText(which.condition, t) }),
  ].filter((part): part is string => typeof part === 'string');
  const nameIn = (list: readonly Named[], wanted: string): string =>
    quoted(list.find(({ id }) => id === wanted)?.name) ?? t('rules.sentence.unknown');
  const actions = rule.actions.map((action) => {
    switch (action.do) {
      case 'popup':
        return t('rules.sentence.opens', { name: nameIn(targets.popups, action.popup) });
      case 'send':
        return t('rules.sentence.sends', { name: nameIn(targets.webhooks, action.webhook) });
      case 'flow':
        return t('rules.sentence.runs', { name: nameIn(targets.flows, action.flow) });
    }
  });
  return t('rules.sentence.whole', {
    stage: whenText(rule.when, t),
    agent:
      which.agent === 'mine'
        ? t('rules.sentence.mine')
        : which.agent === 'served'
          ? t('rules.sentence.served')
          : isSet(which.agents)
            ? t('rules.sentence.ofAgents', { agents: list(which.agents) })
            : t('rules.sentence.ofAnybody'),
    internal: which.internal ? 'yes' : 'other',
    filters: filters.join(t('rules.sentence.join')),
    filterCount: filters.length,
    actions: actions.join(t('rules.sentence.then')),
    actionCount: actions.length,
    off: rule.enabled ? 'other' : 'yes',
  });
}

const quoted = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : `“${name}”`;

const isSet = <T>(list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && list.length > 0;
