/**
 * `npm run -s decode -- DIALECT FILE [--stage S] [--trigger T] [--moment begin|end] [--country CC]
 * [--international-without-plus] [--outside-line D] [--extension-lengths 3,4] [--withheld-numbers N,N]
 * [--time-zone Z] [--time-format F] [--no-order-by-time] [--framing F] [--topic T] [--mapping FILE]`: prints the
 * normalized events of a payload as JSON. FILE may be `-`. The dialect `mapping` needs the file with its expression.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluateMapping } from '../shared/mappings/evaluate-mapping.ts';
import type { DecodeContext } from '../shared/dialects/dialect.ts';
import { dialects } from '../shared/dialects/dialects.ts';
import { mappedEvents } from '../shared/dialects/mapped-events.ts';
import type { JsonValue } from '../shared/json/json-value.ts';
import { readFrame } from '../shared/frames/read-frame.ts';
import type { CallEvent } from '../shared/model/call-event.ts';
import { defined } from '../shared/model/defined.ts';
import {
  dialectNames,
  dialectNameSchema,
  feedSchema,
  type DialectName,
} from '../shared/model/feed.ts';
import { firstProblem } from '../shared/model/schema-problem.ts';
import type { Problem, Result } from '../shared/result.ts';
import { english, problemText } from '../shared/text/english.ts';
import type { Message } from '../shared/text/message.ts';

const option = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stage: option,
    trigger: option,
    moment: option,
    country: option,
    'international-without-plus': { type: 'boolean' },
    'outside-line': option,
    'extension-lengths': option,
    'withheld-numbers': option,
    'time-zone': option,
    'time-format': option,
    'no-order-by-time': { type: 'boolean' },
    framing: option,
    topic: option,
    mapping: option,
  },
});

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
const refuse = (problem: Problem): never => stop(problemText(problem));
const orRefuse = <T>(result: Result<T>): T => (result.ok ? result.value : refuse(result.problem));
const read = (file: string): string => readFileSync(file === '-' ? 0 : file, 'utf8');

async function main(): Promise<void> {
  const [name, file] = positionals;
  const dialect = dialectNameSchema.safeParse(name);
  if (!dialect.success || file === undefined) {
    stop(`usage: npm run -s decode -- DIALECT FILE\nDIALECT: ${dialectNames.join(', ')}`);
  }
  const feed = feedSchema.safeParse(feedOf());
  if (!feed.success) return refuse(firstProblem(feed.error));
  const isMapped = dialect.data === 'mapping';
  const text = read(file);
  const frame = { text, bytes: Buffer.byteLength(text) };
  const { items, problems, notes } = orRefuse(
    readFrame(frame, { framing: feed.data.framing, isMapped }),
  );
  for (const said of notes) note(said);
  const context = {
    source: 'decode',
    receivedAt: Date.now(),
    feed: feed.data,
    topic: values.topic,
    note,
  };
  const events: CallEvent[] = [];
  for (const item of items) events.push(...(await decode(dialect.data, item, context)));
  console.log(JSON.stringify(events, null, 2));
  if (problems.length > 0) stop(problems.map(english).join('\n'));
}

function feedOf(): Record<string, unknown> {
  const { stage, trigger, moment, country, framing, mapping } = values;
  return defined({
    ...defined({ stage, trigger, moment, country, framing, mapping: mapping && read(mapping) }),
    internationalWithoutPlus: values['international-without-plus'],
    outsideLine: values['outside-line'],
    extensionLengths: values['extension-lengths']?.split(',').map(Number),
    withheldNumbers: values['withheld-numbers']?.split(','),
    timeZone: values['time-zone'],
    timeFormat: values['time-format'],
    ordersByTime: values['no-order-by-time'] === true ? false : undefined,
  });
}

const note = (said: Message): void => console.error(english(said));

async function decode(
  dialect: DialectName,
  payload: JsonValue,
  context: DecodeContext,
): Promise<CallEvent[]> {
  if (dialect !== 'mapping') return orRefuse(dialects[dialect].decode(payload, context));
  const expression = context.feed.mapping;
  if (expression === undefined) stop('The dialect "mapping" needs --mapping FILE.');
  const mapped = await evaluateMapping({
    expression,
    payload: JSON.stringify(payload),
    topic: context.topic ?? '',
  });
  return orRefuse(mappedEvents(orRefuse(mapped), payload, context));
}

await main();
