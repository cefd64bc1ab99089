import { isJsonObject, jsonText, type JsonValue } from '../../../shared/json/json-value.ts';
import { readPointer } from '../../../shared/json/read-pointer.ts';
import { limits } from '../../../shared/limits.ts';
import type { MatchesAnswer } from '../../../shared/model/answer.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { wellFormed } from '../../../shared/well-formed.ts';
import type { HttpResponse } from '../../platform/ports/http.ts';
import { readBody } from './read-answer.ts';

/** A customer in a CRM's answer. */
export interface Match {
  /** What the flow continues with. */
  readonly value: string;
  /** For the agent who chooses. */
  readonly label: string;
  readonly detail: string;
}

export interface FoundMatches {
  /** Each customer once. */
  readonly matches: readonly Match[];
  /** How many more there are than an agent is offered. */
  readonly more: number;
  readonly notes: readonly Message[];
}

/** More than a line of the card can show (characters). */
const shownText = 200;
/** The same as of any other answer. */
const keptValue = 10_000;

/**
 * The customers that a response names.
 *
 * @param webhook its name, for people
 * @returns a problem where the response has no such list: it must not pass for one that knows nobody
 */
export function readMatches(
  answer: MatchesAnswer,
  { status, text }: HttpResponse,
  webhook: string,
): Result<FoundMatches> {
  // How some CRMs say that nothing was found.
  if (status === 204) return ok({ matches: [], more: 0, notes: [] });
  const body = readBody(text, webhook);
  if (!body.ok) return body;
  const { value, notes } = body.value;
  const list = entriesOf(readPointer(value, answer.list));
  if (list === undefined) {
    return fail(message('problem.flow.notList', { webhook }));
  }
  const matches = onceEach(list.map((entry) => matchOf(entry, answer)));
  const offered = matches.slice(0, limits.offeredMatches);
  return ok({ matches: offered, more: matches.length - offered.length, notes });
}

/** A CRM that finds one customer may send it without a list, and null for none. */
function entriesOf(found: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (found === null) return [];
  if (Array.isArray(found)) return found;
  return isJsonObject(found) ? [found] : undefined;
}

function matchOf(entry: JsonValue, { value, label, detail }: MatchesAnswer): Match {
  const own = jsonText(readPointer(entry, value)).trim().slice(0, keptValue);
  return {
    value: own,
    label: textsAt(entry, label, ' ') || shown(own),
    detail: textsAt(entry, detail, ' · '),
  };
}

const textsAt = (entry: JsonValue, pointers: string, between: string): string =>
  shown(
    pointers
      .split(' ')
      .map((pointer) => (pointer === '' ? '' : jsonText(readPointer(entry, pointer)).trim()))
      .filter((text) => text !== '')
      .join(between),
  );

const shown = (text: string): string => wellFormed(text.slice(0, shownText));

/** A customer whom a CRM finds by two of its numbers is one all the same. */
function onceEach(matches: readonly Match[]): Match[] {
  const byValue = new Map<string, Match>();
  for (const match of matches) {
    if (match.value !== '' && !byValue.has(match.value)) byValue.set(match.value, match);
  }
  return [...byValue.values()];
}
