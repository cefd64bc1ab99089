import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { everybody } from '../routing/audience.ts';
import type { ArrivalRow } from '../store/arrival-records.ts';
import { openRecords } from '../store/store-operations.ts';
import type { Command } from './command.ts';

/** Milliseconds between looks. */
const lookEvery = 250;
/** Names of agents that a line shows. */
const namedAgents = 5;

const reportSchema = z.object({
  events: z.array(
    z.object({
      call: z.string().optional(),
      stage: z.string(),
      outcome: z.string(),
      by: z.string(),
      agents: z.array(z.string()),
    }),
  ),
  problems: z.array(z.string()),
});

/** `tail FEED`: what arrives and what became of it, until Ctrl+C. */
export const tailFeed: Command = async ({ config, args, say, options }) => {
  const [feed = ''] = args;
  if (!config.feeds.some(({ name }) => name === feed)) {
    say(`No feed "${feed}" in the configuration.`);
    return 2;
  }
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const { arrivals, close } = openRecords(config.data);
  let number = arrivals.before(feed, Math.max(0, options.last));
  while (!stop.signal.aborted) {
    for (const row of arrivals.after(feed, number)) {
      for (const line of linesOf(row)) say(line);
      number = row.number;
    }
    await wait(lookEvery, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  close();
  return 0;
};

/** A line for each event, and for each part that could not be read. */
export function linesOf({ at, report }: Pick<ArrivalRow, 'at' | 'report'>): string[] {
  const { events, problems } = reportSchema.parse(JSON.parse(report));
  const time = new Date(at).toISOString();
  const lines = events.map(
    ({ call = '-', stage, outcome, by, agents }) =>
      `${time}  ${stage}  call ${call}  ${outcome}${audienceText(outcome, by, agents)}`,
  );
  if (events.length === 0 && problems.length === 0) lines.push(`${time}  no event`);
  return [...lines, ...problems.map((problem) => `${time}  not read: ${problem}`)].map(plain);
}

function audienceText(outcome: string, by: string, agents: readonly string[]): string {
  if (outcome !== 'routed')
    return by === 'agent' && outcome === 'nobody' ? ' (agent not listed)' : '';
  if (agents[0] === everybody) return ' to everybody';
  const more = agents.length > namedAgents ? ` and ${agents.length - namedAgents} more` : '';
  return ` to ${agents.slice(0, namedAgents).join(', ')}${more} by ${by}`;
}

/** What comes from outside must not steer the terminal. */
const plain = (line: string): string => line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
