/**
 * `npm run -s decode -- DIALECT FILE [--stage S] [--trigger T] [--moment begin|end] [--country CC]
 * [--time-zone Z] [--topic T]`: prints the normalized events of a payload as JSON. FILE may be `-`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dialects } from '../shared/dialects/dialects.ts';
import { parseJsonDocument } from '../shared/json/parse-json.ts';
import { dialectNameSchema, feedSchema } from '../shared/model/feed.ts';
import { firstProblem } from '../shared/model/schema-problem.ts';
import { problemText, type Problem } from '../shared/result.ts';

const option = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stage: option,
    trigger: option,
    moment: option,
    country: option,
    'time-zone': option,
    topic: option,
  },
});

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
const refuse = (problem: Problem): never => stop(problemText(problem));

const [name, file] = positionals;
const dialect = dialectNameSchema.safeParse(name);
if (!dialect.success || file === undefined) {
  stop(`usage: npm run -s decode -- DIALECT FILE\nDIALECT: ${Object.keys(dialects).join(', ')}`);
}
const { 'time-zone': timeZone, topic, ...given } = values;
const feed = feedSchema.safeParse({ ...given, ...(timeZone !== undefined && { timeZone }) });
if (!feed.success) refuse(firstProblem(feed.error));
else {
  const payload = parseJsonDocument(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (!payload.ok) refuse(payload.problem);
  else {
    const context = { source: 'decode', receivedAt: Date.now(), feed: feed.data, topic };
    const items = Array.isArray(payload.value) ? payload.value : [payload.value];
    const results = items.map((item) => dialects[dialect.data].decode(item, context));
    for (const result of results) if (!result.ok) refuse(result.problem);
    const events = results.flatMap((result) => (result.ok ? result.value : []));
    console.log(JSON.stringify(events, null, 2));
  }
}
