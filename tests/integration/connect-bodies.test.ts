import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { evaluateMapping } from '../../shared/mappings/evaluate-mapping.ts';
import { HttpTransport } from '../../electron/features/sources/http/http-transport.ts';
import type { Frame } from '../../electron/features/sources/transport.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { customerOf } from '../../shared/calls/party.ts';
import { connectSystems } from '../../shared/connect/systems.ts';
import type { ConnectSystem } from '../../shared/connect/connect-system.ts';
import { filledEntry, hasAddress } from '../../shared/connect/filled-entry.ts';
import { dialects } from '../../shared/dialects/dialects.ts';
import { mappedEvents } from '../../shared/dialects/mapped-events.ts';
import { mappingRecipes } from '../../shared/dialects/mapping-recipes.ts';
import { readFrame } from '../../shared/frames/read-frame.ts';
import { isRuleable, type CallEvent } from '../../shared/model/call-event.ts';
import type { Feed } from '../../shared/model/feed.ts';
import { testListeners } from '../support/http-listeners.ts';
import { listen } from '../support/listen.ts';

const bodySchema = z.array(
  z.strictObject({
    system: z.string(),
    /** Printed in the maker's manual, or built by us where there is no such print. */
    origin: z.enum(['manual', 'ours']),
    note: z.string(),
    query: z.string().optional(),
    type: z.string().optional(),
    body: z.string().optional(),
    trigger: z.string().optional(),
    moment: z.enum(['begin', 'end']).optional(),
    expected: z.strictObject({
      stage: z.string().optional(),
      callId: z.string(),
      number: z.string().optional(),
    }),
  }),
);
const bodies = bodySchema.parse(
  JSON.parse(readFileSync('tests/fixtures/connect/bodies.json', 'utf8')),
);

const secret = 'a-secret-of-this-test-0123';

/** A source on this computer, and how it is called. */
async function calledSource() {
  const settings = {
    secret,
    token: undefined,
    port: undefined,
    interface: undefined,
    eventLinks: false,
  };
  const deps = { listeners: testListeners(), clock: systemClock, random: () => 0.1 };
  const heard = listen((handlers) => new HttpTransport(settings, deps, handlers));
  await heard.phase('connected');
  const status = heard.statuses.at(-1);
  const place = status?.phase === 'connected' ? status.place : undefined;
  return { ...heard, address: `http://${place?.host}:${place?.port}/${secret}` };
}

/** The events that a system's reading makes of a frame. */
async function eventsOf(
  { reading }: ConnectSystem,
  frame: Frame,
  feed: Feed,
): Promise<CallEvent[]> {
  const recipe = 'recipe' in reading ? reading.recipe : undefined;
  const read = readFrame(frame, { framing: frame.framing, isMapped: recipe !== undefined });
  const item = read.ok ? read.value.items[0] : undefined;
  if (item === undefined) throw new Error('not read');
  const context = { source: 's', receivedAt: frame.receivedAt, feed, topic: frame.topic };
  const events = await (async () => {
    if ('dialect' in reading && reading.dialect !== 'mapping')
      return dialects[reading.dialect].decode(item, context);
    const expression = mappingRecipes.find(({ name }) => name === recipe)?.expression ?? '';
    const mapped = await evaluateMapping({ expression, payload: JSON.stringify(item), topic: '' });
    return mapped.ok ? mappedEvents(mapped.value, item, context) : mapped;
  })();
  if (!events.ok) throw new Error(JSON.stringify(events.problem));
  return events.value;
}

it.each(bodies)('reads what $system sends, over HTTP', async (row) => {
  const system = connectSystems.find(({ name }) => name === row.system)!;
  const { address, frames } = await calledSource();
  const { query, type, body, trigger, moment, expected } = row;
  const response = await fetch(query === undefined ? address : `${address}?${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body, headers: { 'content-type': type ?? '' } }),
  });
  expect(response.status).toBe(200);
  const feed = 'dialect' in system.reading ? system.reading.feed : undefined;
  const [event] = await eventsOf(system, frames[0]!, {
    ...feed,
    ...(trigger !== undefined && { trigger }),
    ...(moment !== undefined && { moment }),
  });
  expect(event).toMatchObject({ linkedCallId: expected.callId });
  if (expected.stage !== undefined) expect(event).toHaveProperty('stage', expected.stage);
  const fields = event !== undefined && isRuleable(event) ? event.call.fields : undefined;
  if (expected.number !== undefined) expect(customerOf(fields ?? {})).toBe(expected.number);
});

const phones = connectSystems.filter(({ kind }) => kind === 'phone');

it.each(phones)('reads every Action URL of $label as the phone fills it in', async (phone) => {
  const { address, frames } = await calledSource();
  const values: Record<string, string> = {
    $call_id: '7@10.0.0.20',
    '$call-id': '7@10.0.0.20',
    $remote: 'sip:+12025550143@pbx.example.com',
    $display_remote: 'Grace%20Hopper',
    $active_user: '1004',
  };
  const urls = phone.ways[0].entries
    .filter(hasAddress)
    .map((entry) =>
      filledEntry(entry, address).replace(/\$[\w-]+/g, (name) => values[name] ?? name),
    );
  for (const url of urls) expect((await fetch(url)).status).toBe(200);
  const events = await Promise.all(frames.map((frame) => eventsOf(phone, frame, {})));
  expect(events.flat().map((event) => 'stage' in event && event.stage)).toEqual([
    'ringing',
    'ringing',
    'answered',
    'hangup',
    'missed',
  ]);
  expect(events[0]).toMatchObject([
    { call: { fields: { callerNumber: '+12025550143', contactName: 'Grace Hopper' } } },
  ]);
});

it('has a body or a sample for every system', () => {
  const withBody = new Set(bodies.map(({ system }) => system));
  for (const { name, reading } of connectSystems) {
    const isKnown =
      'recipe' in reading
        ? mappingRecipes.some((recipe) => recipe.name === reading.recipe)
        : withBody.has(name);
    expect(isKnown, name).toBe(true);
  }
});
