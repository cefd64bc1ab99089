import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { customerOf } from '../../shared/calls/party.ts';
import { mappingRecipes } from '../../shared/dialects/mapping-recipes.ts';
import { jsonValueSchema } from '../../shared/json/json-value.ts';
import { agentIdentitySchema, type AgentRef } from '../../shared/model/agent-identity.ts';
import type { CallEvent } from '../../shared/model/call-event.ts';
import { feedSchema } from '../../shared/model/feed.ts';
import { deskRun } from './desk-run.ts';
import { liveSource } from './live-source.ts';

const folder = 'tests/fixtures/public';

/** What one event is to be. Absent: the event does not say it. */
const outcomeSchema = z.strictObject({
  /** The agent's new state, for what is no event of a call. */
  agentState: z.string().optional(),
  stage: z.string().optional(),
  /** The identifier that the system gives. */
  agent: z.string().optional(),
  /** Name and number of the other side. */
  customer: z.string().optional(),
  number: z.string().optional(),
  /** By the system's own clock. */
  time: z.string().optional(),
  direction: z.string().optional(),
  /** Whether the default rule (ringing, this agent, no internal calls) opens a popup. */
  pops: z.boolean(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const rowShape = {
  name: z.string(),
  source: z.url().exactOptional(),
  agent: agentIdentitySchema.exactOptional(),
  carries: z.literal('this-agent').optional(),
  expected: z.array(outcomeSchema),
};
/** Messages are JSON, or, where that is not what is on the wire, texts. */
const rowSchema = z
  .union([
    z.strictObject({ ...rowShape, frames: z.array(jsonValueSchema) }),
    z.strictObject({ ...rowShape, text: z.array(z.string()) }),
  ])
  .transform((row) => {
    if ('text' in row) return row;
    const { frames, ...rest } = row;
    return { ...rest, text: frames.map((frame) => JSON.stringify(frame)) };
  });

const fileSchema = z.strictObject({
  system: z.string(),
  recipe: z.string(),
  /** The public documentation, or report, of rows that name no other. */
  source: z.url(),
  agent: agentIdentitySchema,
  feed: feedSchema.optional(),
  rows: z.array(rowSchema),
});

type File = z.infer<typeof fileSchema>;
export type PublicRow = Omit<File, 'rows'> & File['rows'][number];

export const publicRows = (): PublicRow[] =>
  readdirSync(folder).flatMap((name) => {
    const { rows, ...file } = fileSchema.parse(
      JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')),
    );
    return rows.map((row) => ({ ...file, ...row }));
  });

const receivedAt = Date.parse('2026-11-21T09:30:00Z');

/** The events that a recipe makes of one message, read as a source reads it. @param text as it is on the wire */
export async function eventsOf(
  row: Pick<PublicRow, 'recipe' | 'feed'>,
  text: string,
  index: number,
): Promise<CallEvent[]> {
  const recipe = mappingRecipes.find(({ name }) => name === row.recipe);
  if (recipe === undefined) throw new Error(`no recipe ${row.recipe}`);
  const source = liveSource('mapping', { ...row.feed, mapping: recipe.expression });
  const events = await source.read(text, receivedAt + index * 1000);
  if (source.refused() !== '') throw new Error(source.refused());
  return events;
}

const nameOf = (agent: AgentRef | undefined): string | undefined =>
  agent?.extension ?? agent?.id ?? agent?.email;

/** Runs a row on a desk of its agent: what its events say, which of them open a popup, and what the desk shows then. */
export async function runRow(row: PublicRow) {
  const { agent, carries } = row;
  const run = deskRun({ agent, ...(carries && { carries }) });
  const outcomes: Outcome[] = [];
  for (const [index, text] of row.text.entries()) {
    for (const event of await eventsOf(row, text, index)) {
      const before = run.firings.length;
      run.take([event]);
      outcomes.push(outcomeOf(event, run.firings.length > before));
    }
  }
  return {
    outcomes,
    numbers: run.firings.map(({ call }) => customerOf(call.fields) ?? ''),
    ...run,
  };
}

function outcomeOf(event: CallEvent, pops: boolean): Outcome {
  if (event.kind === 'system.changed') throw new Error('no event of a call or an agent');
  const agent = nameOf(event.agent);
  const own = { ...(agent !== undefined && { agent }) };
  if (event.kind === 'agent.state') return { agentState: event.state, ...own, pops };
  const { fields } = event.call;
  const number = customerOf(fields);
  return {
    stage: event.stage,
    ...own,
    ...(fields.contactName !== undefined && { customer: fields.contactName }),
    ...(number !== undefined && { number }),
    ...(event.untimed !== true && { time: new Date(event.occurredAt).toISOString() }),
    ...(fields.direction !== undefined && { direction: fields.direction }),
    pops,
  };
}
