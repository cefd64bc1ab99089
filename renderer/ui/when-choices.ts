import { dialects } from '../../shared/dialects/dialects.ts';
import { isClosedSystem, triggerInfo, triggersOf } from '../../shared/dialects/triggers.ts';
import { momentStages } from '../../shared/matching/match-when.ts';
import { knownDialectNames } from '../../shared/model/feed.ts';
import { callMoments } from '../../shared/model/call-moment.ts';
import type { When } from '../../shared/model/rule-when.ts';
import { callFacts, callStages, type Stage } from '../../shared/model/stage.ts';
import type { Translate } from '../../shared/text/translate.ts';

/** Everything a rule can wait for, by the key of its option. */
export interface WhenChoices {
  readonly data: { group: string; items: { value: string; label: string }[] }[];
  readonly byKey: ReadonlyMap<string, When>;
}

/** One text for one choice. */
export function whenKey(when: When): string {
  if ('stage' in when) return `stage:${when.stage}`;
  if ('moment' in when) return `moment:${when.moment}`;
  const { system, name } = when.trigger;
  return `trigger:${system}:${triggerInfo(when.trigger)?.name ?? name}`;
}

/** What a rule waits for, in words. */
export function whenText(when: When, t: Translate): string {
  if ('stage' in when) return t(`stage.${when.stage}`);
  return 'moment' in when ? t(`moment.${when.moment}`) : when.trigger.name;
}

/** The stages that a choice can mean. */
export function stagesOf(when: When): readonly Stage[] {
  if ('stage' in when) return [when.stage];
  return 'moment' in when ? momentStages[when.moment] : (triggerInfo(when.trigger)?.stages ?? []);
}

/** @param systems dialects of the configured sources @param chosen stays a choice, whatever sources there are */
export function whenChoices(systems: readonly string[], chosen: When, t: Translate): WhenChoices {
  const own = 'trigger' in chosen ? chosen.trigger.system : undefined;
  const groups: (readonly [group: string, choices: readonly When[]])[] = [
    [t('rules.moments'), callMoments.map((moment) => ({ moment }))],
    [t('rules.stages'), [...callStages, ...callFacts].map((stage) => ({ stage }))],
    ...knownDialectNames
      .filter((name) => name !== 'cloudevents' && (systems.includes(name) || name === own))
      .map((system): [string, When[]] => [dialects[system].label, choicesOf(system, chosen)]),
  ];
  return {
    data: groups.map(([group, choices]) => ({
      group,
      items: choices.map((when) => ({ value: whenKey(when), label: whenText(when, t) })),
    })),
    byKey: new Map(groups.flatMap(([, choices]) => choices.map((when) => [whenKey(when), when]))),
  };
}

/** A system's triggers; where its list is open, one that a file names is a choice, too. */
function choicesOf(system: (typeof knownDialectNames)[number], chosen: When): When[] {
  const listed = triggersOf(system).map(({ name }): When => ({ trigger: { system, name } }));
  const isOwn =
    'trigger' in chosen &&
    chosen.trigger.system === system &&
    !isClosedSystem(system) &&
    triggerInfo(chosen.trigger) === undefined;
  return isOwn ? [...listed, chosen] : listed;
}
