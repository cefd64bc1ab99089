import { callerLine } from '../../../shared/calls/caller-text.ts';
import type { ShownLogEntry } from '../../../shared/contract/views.ts';
import type { LogEntryOf, LogKind } from '../../../shared/model/log-entry.ts';
import { traceConclusion } from '../../ui/trace-conclusion.ts';
import type { Translate } from '../../../shared/text/translate.ts';

type Facts<Kind extends Exclude<LogKind, 'event'>> = LogEntryOf<Kind>['facts'];

/** What an entry says, in one line. */
export function logSentence(entry: ShownLogEntry, t: Translate): string {
  switch (entry.kind) {
    case 'event':
      return traceConclusion(entry.trace, t);
    case 'missed':
      return missedSentence(entry.facts, t);
    case 'popup':
      return popupSentence(entry.facts, t);
    case 'delivery':
      return deliverySentence(entry.facts, t);
    case 'connection':
      return connectionSentence(entry.facts, t);
    case 'agent':
      return agentSentence(entry.facts, t);
    case 'system':
      return systemSentence(entry.facts, t);
    case 'config':
      return configSentence(entry.facts, t);
    case 'unread':
      return entry.text;
  }
}

const agentSentence = ({ agent, state, by }: Facts<'agent'>, t: Translate): string =>
  by === undefined
    ? t('log.sentences.agent', { agent, state })
    : t('log.sentences.agentBy', { agent, state, by });

function systemSentence({ part, name, change, by }: Facts<'system'>, t: Translate): string {
  const values = { part: t(`log.systemParts.${part}`), name, change };
  return by === undefined
    ? t('log.sentences.system', values)
    : t('log.sentences.systemBy', { ...values, by });
}

function missedSentence({ queue, ...facts }: Facts<'missed'>, t: Translate): string {
  const caller = callerLine(facts, t);
  return queue === ''
    ? t('log.sentences.missed', { caller })
    : t('log.sentences.missedIn', { caller, queue });
}

function popupSentence(facts: Facts<'popup'>, t: Translate): string {
  const { name: popup, outcome, problem, closedFor } = facts;
  switch (outcome) {
    case 'opened':
      return t('log.sentences.opened', { popup, caller: callerLine(facts, t) });
    case 'failed':
      return t('log.sentences.failed', { popup, problem: problem ?? '' });
    case 'kept':
      return t('log.sentences.kept', { popup });
    case 'closed':
      return t('log.sentences.closed', {
        popup,
        reason: closedFor === undefined ? '' : t(`log.closeReasons.${closedFor}`),
      });
  }
}

const deliverySentence = (
  { webhook, attempt, problem }: Facts<'delivery'>,
  t: Translate,
): string =>
  problem === null
    ? t('log.sentences.delivery', { webhook, attempt })
    : t('log.sentences.deliveryFailed', { webhook, attempt, problem });

function connectionSentence({ source, phase, problem }: Facts<'connection'>, t: Translate): string {
  const shown = t(`phase.${phase}`);
  return problem === null
    ? t('log.sentences.connection', { source, phase: shown })
    : t('log.sentences.connectionProblem', { source, phase: shown, problem });
}

function configSentence({ part, name, change, who }: Facts<'config'>, t: Translate): string {
  const values = { part: partName(part, t), name, change: t(`log.changes.${change}`) };
  if (who === '') return t('log.sentences.config', values);
  const by = who === 'administrator' ? t('log.administrator') : who;
  return t('log.sentences.configBy', { ...values, who: by });
}

function partName(part: Facts<'config'>['part'], t: Translate): string {
  if (part === 'settings') return t('nav.settings');
  return part === 'agent' ? t('log.kinds.agent') : t(`transfer.parts.${part}`);
}
