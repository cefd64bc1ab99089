/** Writes (or with --check compares) the documents that come from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Dialect } from '../shared/dialects/dialect.ts';
import { dialects } from '../shared/dialects/dialects.ts';
import { cloudEventSchema } from '../shared/dialects/cloudevents.ts';
import { callFieldCatalogue, callFieldNames } from '../shared/model/call-fields.ts';
import { configInputSchema } from '../shared/model/config-document.ts';
import { root } from './lib/paths.mjs';

function jsonSchema(schema: z.ZodType, title: string): string {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title, ...document }, null, 2)}\n`;
}

function callFields(): string {
  const rows = callFieldNames.map((name) => {
    const { label, meaning, example, type } = callFieldCatalogue[name];
    return `| \`${name}\` | ${label} | ${type} | ${meaning} | \`${example}\` |`;
  });
  return [
    '# Call fields',
    '',
    'Generated from `shared/model/call-fields.ts` by `npm run docs`. These names stand in mappings, filters',
    'and events. `custom.NAME` is a column of the loaded record, `ext.PATH` anything else the event carried.',
    '',
    '| name | label | type | meaning | example |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const cell = (text: string): string => text.replace(/\|/g, '\\|');

function dialectSection({ name, label, events, fields }: Dialect): string[] {
  return [
    `## ${label} (\`${name}\`)`,
    '',
    '| event | stage |',
    '| --- | --- |',
    ...events.map((event) => `| ${cell(event.name)} | ${event.stage ?? 'by the payload'} |`),
    '',
    '| value | lands in | meaning |',
    '| --- | --- | --- |',
    ...fields.map(
      (field) =>
        `| \`${cell(field.name)}\` | \`${field.to ?? `ext.${name}`}\` | ${cell(field.meaning)} |`,
    ),
    '',
  ];
}

function dialectTables(): string {
  return [
    '# Dialects',
    '',
    'Generated from `shared/dialects/` by `npm run docs`. A value that stands in no table is kept under',
    '`ext.DIALECT`, as it came. Numbers become E.164 where the source’s country allows it and times become',
    'instants; what was changed keeps its raw form under `ext.DIALECT` too. `$`, `%`, case and punctuation of',
    'names do not matter.',
    '',
    '`npm run -s decode -- DIALECT FILE` prints what a payload becomes.',
    '',
    ...Object.values(dialects)
      .filter(({ name }) => name !== 'cloudevents')
      .flatMap(dialectSection),
  ].join('\n');
}

const documents: Readonly<Record<string, string>> = {
  'docs/config.schema.json': jsonSchema(configInputSchema, 'Ringcue configuration'),
  'docs/event.schema.json': jsonSchema(cloudEventSchema, 'Ringcue call event (CloudEvents 1.0)'),
  'docs/call-fields.md': callFields(),
  'docs/dialects.md': dialectTables(),
};

const check = process.argv.includes('--check');
for (const [name, content] of Object.entries(documents)) {
  const file = path.join(root, name);
  if (!check) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) {
    console.error(`${name} is not what the code says: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
