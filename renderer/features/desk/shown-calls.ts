import type { CallView } from '../../../shared/contract/call-views.ts';
import type { DeskState } from '../../../shared/contract/views.ts';
import type { CallStage } from '../../../shared/model/stage.ts';

/** The call the agent talks in comes first, then what rings, then what waits. */
const order: readonly (readonly CallStage[])[] = [
  ['answered', 'bridged', 'active'],
  ['ringing'],
  ['held', 'transferred'],
];

const rank = ({ stage, endedAt }: CallView): number => {
  const place = order.findIndex((stages) => stages.includes(stage));
  return endedAt === undefined ? (place === -1 ? order.length : place) : order.length + 1;
};

/** Milliseconds: the call that just ended stays at hand to note its result. */
const shownAfterEnd = 10 * 60_000;

/** Whether the agent took part in it, and just now. */
const isForANote = ({ outcome, data, endedAt = 0 }: CallView, now: number): boolean =>
  now - endedAt < shownAfterEnd &&
  (outcome === 'answered' || (outcome === 'unanswered' && data.fields.direction === 'outbound'));

/** The calls that have a card on the desk, in its order. */
export function shownCalls(
  { calls, notes }: Pick<DeskState, 'calls' | 'notes'>,
  now: number,
): CallView[] {
  const running = calls.filter(({ endedAt }) => endedAt === undefined);
  // A note is written after the call: the last one stays, and each that somebody has begun to write about.
  const over = notes.canSend ? calls.filter(({ endedAt }) => endedAt !== undefined) : [];
  const toNote = over.find((call) => isForANote(call, now) && notes.sent[call.key] === undefined);
  const begun = over.filter((call) => call !== toNote && notes.drafts[call.key] !== undefined);
  const shown = [...running, ...(toNote === undefined ? [] : [toNote]), ...begun];
  return shown.sort((a, b) => rank(a) - rank(b));
}

/**
 * The popups of calls without a card: a call stands once on the desk.
 *
 * @returns their ids in one text, so that a part of the desk is drawn again only when they are others
 */
export function popupsWithoutCard(
  { recent, ...desk }: Pick<DeskState, 'calls' | 'notes' | 'recent'>,
  now: number,
): string {
  const keys = new Set(shownCalls(desk, now).map(({ key }) => key));
  return recent
    .filter(({ callKey }) => !keys.has(callKey))
    .map(({ id }) => id)
    .join(' ');
}
