import { callFieldCatalogue, isCallFieldName } from '../../../shared/model/call-fields.ts';
import type { Condition } from '../../../shared/model/condition.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Texts } from '../../i18n/en.ts';

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
export function ruleSentence(rule: Rule, targets: Targets, texts: Texts): string {
  const { sentence } = texts.rules;
  const { which } = rule;
  const list = (values: readonly string[] | undefined): string => (values ?? []).join(', ');
  const filters = [
    isSet(which.queues) && sentence.queues(list(which.queues)),
    isSet(which.directions) &&
      sentence.directions(which.directions.map((one) => texts.direction[one]).join(', ')),
    isSet(which.calledNumbers) && sentence.numbers(list(which.calledNumbers)),
    isSet(which.campaigns) && sentence.campaigns(list(which.campaigns)),
    isSet(which.outboundTypes) && sentence.outboundTypes(list(which.outboundTypes)),
    which.condition !== undefined && sentence.onlyIf(conditionText(which.condition, texts)),
  ].filter((part): part is string => typeof part === 'string');
  const nameIn = (list: readonly Named[], wanted: string): string =>
    quoted(list.find(({ id }) => id === wanted)?.name) ?? sentence.unknown;
  const actions = rule.actions.map((action) => {
    switch (action.do) {
      case 'popup':
        return sentence.opens(nameIn(targets.popups, action.popup));
      case 'send':
        return sentence.sends(nameIn(targets.webhooks, action.webhook));
      case 'flow':
        return sentence.runs(nameIn(targets.flows, action.flow));
    }
  });
  return sentence.whole({
    stage: texts.stage[rule.when.stage],
    agent:
      which.agent === 'mine'
        ? sentence.mine
        : isSet(which.agents)
          ? sentence.ofAgents(list(which.agents))
          : sentence.ofAnybody,
    internal: which.internal,
    filters,
    actions: actions.join(sentence.then),
    off: !rule.enabled,
  });
}

const quoted = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : `“${name}”`;

const isSet = <T>(list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && list.length > 0;

function conditionText(condition: Condition, texts: Texts): string {
  const { sentence, comparisons } = texts.rules;
  const inner = (list: readonly Condition[], word: string): string =>
    `(${list.map((one) => conditionText(one, texts)).join(` ${word} `)})`;
  if ('all' in condition) return inner(condition.all, sentence.and);
  if ('any' in condition) return inner(condition.any, sentence.or);
  if ('not' in condition) return sentence.not(conditionText(condition.not, texts));
  const field = isCallFieldName(condition.field)
    ? callFieldCatalogue[condition.field].label
    : condition.field;
  const comparison = comparisons[condition.is];
  return condition.is === 'empty'
    ? `${field} ${comparison}`
    : `${field} ${comparison} “${condition.value}”`;
}
