import type { TranslateMessage } from '../../../shared/i18n/translate-message.ts';
import type { LogEntry } from '../../../shared/contract/views.ts';
import type { Texts } from '../../i18n/en.ts';
import { traceConclusion } from '../../ui/trace-conclusion.ts';

/** What an entry says, in one line. */
export function logSentence(entry: LogEntry, texts: Texts, say: TranslateMessage): string {
  const form = texts.log.sentences;
  if (entry.trace !== undefined) return traceConclusion(entry.trace, texts, say);
  const facts = entry.facts ?? {};
  const fact = (name: string): string => String(facts[name] ?? '');
  const caller = fact('caller') === '' ? texts.desk.unknownCaller : fact('caller');
  switch (entry.kind) {
    case 'missed':
      return form.missed(caller, fact('queue'));
    case 'popup':
      return popupSentence(fact, caller, texts, say);
    case 'delivery':
      return form.delivery(fact('webhook'), Number(fact('attempt')), say(fact('problem')));
    case 'connection':
      return form.connection(fact('source'), phaseText(fact('phase'), texts), say(fact('problem')));
    case 'agent':
      return form.agent(fact('agent'), fact('state'));
    case 'config':
      return form.config(
        partText(fact('part'), texts),
        fact('name'),
        changeText(fact('change'), texts),
        fact('who') === 'administrator' ? texts.log.administrator : fact('who'),
      );
    case 'event':
      return entry.text;
  }
}

function popupSentence(
  fact: (name: string) => string,
  caller: string,
  texts: Texts,
  say: TranslateMessage,
): string {
  const form = texts.log.sentences;
  const name = fact('name');
  const reasons: Readonly<Record<string, string>> = texts.log.closeReasons;
  switch (fact('outcome')) {
    case 'opened':
      return form.opened(name, caller);
    case 'failed':
      return form.failed(name, say(fact('problem')));
    case 'kept':
      return form.kept(name);
    default:
      return form.closed(name, reasons[fact('problem')] ?? fact('problem'));
  }
}

const phaseText = (phase: string, texts: Texts): string => {
  const phases: Readonly<Record<string, string>> = texts.phase;
  return phases[phase] ?? phase;
};

function partText(part: string, texts: Texts): string {
  const parts: Readonly<Record<string, string>> = texts.transfer.parts;
  if (part === 'settings') return texts.nav.settings;
  return part === 'agent' ? texts.log.kinds.agent : (parts[part] ?? part);
}

const changeText = (change: string, texts: Texts): string => {
  const changes: Readonly<Record<string, string>> = texts.log.changes;
  return changes[change] ?? change;
};
