import type { LogEntry, LogSearch } from '../../../shared/model/log-entry.ts';
import { foldText, searchWords } from '../../../shared/text/fold-text.ts';
import { searchedForms } from '../../../shared/numbers/number-search.ts';
import type { Traced } from '../calls/index.ts';
import { traceEntry } from './log-entries.ts';

/** So many are looked through, whatever is asked: a busy feed has thousands in memory. */
const mostLooked = 5_000;

/**
 * Events of other agents' calls that nothing came of. They are in memory for some minutes, and not in the database: a feed of
 * all agents would fill it. Newest first.
 */
export function passingEntries(
  passing: Iterable<Traced>,
  { text, kind, callKey, from, to, limit }: Omit<LogSearch, 'before'>,
): LogEntry[] {
  if (kind !== undefined && kind !== 'event') return [];
  const matches = textTest(text);
  const found: Traced[] = [];
  let looked = 0;
  for (const traced of passing) {
    looked += 1;
    if (looked > mostLooked || found.length >= limit) break;
    const { receivedAt } = traced.event;
    if (callKey !== undefined && traced.callKey !== callKey) continue;
    if (receivedAt < (from ?? -Infinity) || receivedAt > (to ?? Infinity)) continue;
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
