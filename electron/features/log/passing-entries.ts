import type { RuleableEvent } from '../../../shared/model/call-event.ts';
import type { LogEntry, LogSearch } from '../../../shared/model/log-entry.ts';
import { foldText, searchWords } from '../../../shared/text/fold-text.ts';
import { searchedForms } from '../../../shared/numbers/number-search.ts';
import type { Traced } from '../calls/index.ts';
import { traceEntry } from './log-entries.ts';

/** So many are looked through, whatever is asked: a busy feed has thousands in memory. */
const mostLooked = 5_000;

/** Those that are wanted, the newest first; only they cost the time that an explanation takes. */
export type Passing = (
  isWanted: (event: RuleableEvent, callKey: string) => boolean,
) => Iterable<Traced>;

/**
 * Events of other agents' calls that nothing came of. They are in memory for some minutes, and not in the database: a feed of
 * all agents would fill it. Newest first.
 */
export function passingEntries(
  passing: Passing,
  { text, kind, callKey, withoutPopup, from, to, limit }: Omit<LogSearch, 'before'>,
): LogEntry[] {
  // Colleagues’ calls open no popup here, and that is no question.
  if (withoutPopup === true || (kind !== undefined && kind !== 'event')) return [];
  const matches = textTest(text);
  const found: Traced[] = [];
  let looked = 0;
  const wanted = passing(
    ({ receivedAt }, key) =>
      (callKey === undefined || key === callKey) &&
      receivedAt >= (from ?? -Infinity) &&
      receivedAt <= (to ?? Infinity),
  );
  for (const traced of wanted) {
    looked += 1;
    if (looked > mostLooked || found.length >= limit) break;
    if (matches(() => entryOf(traced, traced.trace).text)) found.push(traced);
  }
  return found.map((traced) => entryOf(traced, traced.whole())).sort((a, b) => b.at - a.at);
}

const entryOf = ({ event, callKey }: Traced, trace: Traced['trace']): LogEntry =>
  traceEntry(event, callKey, trace);

/** As the database's index does: the beginnings of all words, or a number in any spelling. */
function textTest(searched: string): (text: () => string) => boolean {
  const words = searchWords(searched);
  if (words.length === 0) return () => true;
  const forms = searchedForms(searched);
  return (text) => {
    const folded = foldText(text());
    return (
      words.every((word) => folded.includes(word)) || forms.some((form) => folded.includes(form))
    );
  };
}
