/** What an event of a colleague's call costs before it is known that no rule wants it, beside JSON.parse of its message. */
import { CallDesk } from '../../../electron/features/calls/call-desk.ts';
import { Claims } from '../../../electron/features/calls/claims.ts';
import { SeenEvents } from '../../../electron/features/calls/seen-events.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { readFrame } from '../../../shared/frames/read-frame.ts';
import { RuleIndex } from '../../../shared/matching/rule-index.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { ruleSchema, type Rule } from '../../../shared/model/rule.ts';
import { sourceSchema } from '../../../shared/model/source.ts';
import { ada } from '../../support/events.ts';
import { median, ratio } from './figures.ts';
import { othersEvent } from './phone-system.ts';

export interface MatchFigures {
  readonly rules: number;
  /** Messages a second. */
  readonly parsed: number;
  /** Read, decoded, and asked of the index of rules. */
  readonly matched: number;
  readonly matchedToParsed: number;
  /** All that the desk does with it: folded into its call, owned, ordered, judged, remembered. */
  readonly handled: number;
  readonly handledToParsed: number;
}

/** @param messages in each of five rounds, of which the median counts */
export function measureMatch(messages: number): MatchFigures[] {
  const texts = Array.from({ length: messages }, (_, index) => othersEvent(index));
  return [10, 100, 1_000, 10_000].map((count) => figuresOf(texts, count));
}

function figuresOf(texts: readonly string[], count: number): MatchFigures {
  const rules = Array.from({ length: count }, (_, index) => elsewhere(index));
  const index = new RuleIndex(rules);
  const parsed: number[] = [];
  const matched: number[] = [];
  const handled: number[] = [];
  // The first round warms the code up.
  for (let round = 0; round < 6; round += 1) {
    const desk = newDesk(rules);
    const figures = [
      rateOf(texts, (text) => JSON.parse(text) as unknown),
      rateOf(texts, (text) => {
        for (const event of decode(text)) index.candidates(othersCall(event));
      }),
      rateOf(texts, (text) => {
        for (const event of decode(text)) void desk.handle(event);
      }),
    ] as const;
    desk.dispose();
    if (round === 0) continue;
    for (const [place, list] of [parsed, matched, handled].entries())
      list.push(figures[place] ?? NaN);
  }
  const rate = { parsed: median(parsed), matched: median(matched), handled: median(handled) };
  return {
    rules: count,
    parsed: Math.round(rate.parsed),
    matched: Math.round(rate.matched),
    matchedToParsed: ratio(rate.matched, rate.parsed),
    handled: Math.round(rate.handled),
    handledToParsed: ratio(rate.handled, rate.parsed),
  };
}

/** A rule for a queue that no call of the feed is in. */
const elsewhere = (index: number): Rule =>
  ruleSchema.parse({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    when: { stage: index % 2 === 0 ? 'ringing' : 'answered' },
    which: { agent: 'any', queues: [`Elsewhere ${index}`] },
    actions: [{ do: 'popup', popup: 'crm' }],
  });

function decode(text: string): readonly CallEvent[] {
  const frame = { text, bytes: text.length, receivedAt: Date.now() };
  const read = readFrame(frame, { framing: undefined, isMapped: false });
  if (!read.ok) throw new Error('a message could not be read');
  return read.value.items.flatMap((item) => {
    const decoded = dialects.cloudevents.decode(item, {
      source: 'pbx',
      receivedAt: frame.receivedAt,
      feed: {},
    });
    if (!decoded.ok) throw new Error('a message could not be decoded');
    return decoded.value;
  });
}

function othersCall(event: CallEvent) {
  if (event.kind !== 'call.state') throw new Error('not an event of a call');
  return { event, call: event.call, isMine: false };
}

function newDesk(rules: readonly Rule[]): CallDesk {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const source = sourceSchema.parse({
    id: 'pbx',
    name: 'PBX',
    transport: { type: 'websocket', url: 'ws://127.0.0.1' },
  });
  const config = { agent: ada, rules, sources: [source] };
  const seen = { newest: () => Promise.resolve([]), add: () => Promise.resolve() };
  return new CallDesk({
    clock: systemClock,
    log,
    seen: new SeenEvents(seen, systemClock, log),
    claims: new Claims({ since: () => Promise.resolve([]), add: () => Promise.resolve() }),
    config: () => config,
    act: () => Promise.resolve(),
    showNumber: (number) => number,
  });
}

function rateOf(texts: readonly string[], run: (text: string) => void): number {
  const began = performance.now();
  for (const text of texts) run(text);
  return (texts.length / (performance.now() - began)) * 1_000;
}
