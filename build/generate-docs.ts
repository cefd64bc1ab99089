/** Writes (or with --check compares) the documents that come from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Dialect, DialectField } from '../shared/dialects/dialect.ts';
import { dialects } from '../shared/dialects/dialects.ts';
import { mappingRecipes, type MappingRecipe } from '../shared/dialects/mapping-recipes.ts';
import { cloudEventSchema } from '../shared/dialects/cloudevents.ts';
import { callFieldCatalogue, callFieldNames } from '../shared/model/call-fields.ts';
import { policySchema } from '../shared/model/policy.ts';
import { stageSchema } from '../shared/model/stage.ts';
import { configInputSchema } from '../shared/model/config-document.ts';
import english from '../shared/text/en.json' with { type: 'json' };
import { english as words } from '../shared/text/english.ts';
import { deskKeyNames, keyParts } from '../renderer/ui/keys/desk-keys.ts';
import { anchor, connectDocuments, connectPageOf } from './connect-docs.ts';
import { root } from './lib/paths.mjs';
import { adml, admx, profile } from './policy-templates.ts';
import { messageValuesModule } from './message-values.ts';

function jsonSchema(schema: z.ZodType, title: string): string {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title, ...document }, null, 2)}\n`;
}

function callFields(): string {
  const rows = callFieldNames.map((name) => {
    const { example, type } = callFieldCatalogue[name];
    const [label, meaning] = [words(`callField.${name}.label`), words(`callField.${name}.meaning`)];
    return `| \`${name}\` | ${label} | ${type} | ${meaning} | \`${example}\` |`;
  });
  return [
    '# Call fields',
    '',
    'Generated from `shared/model/call-fields.ts` and `shared/text/en.json` by `npm run docs`. Use these names in',
    'mappings, filters and events. `custom.NAME` is a column of the loaded record, `ext.PATH` anything else in the event.',
    '',
    '| name | label | type | meaning | example |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const cell = (text: string): string => text.replace(/\|/g, '\\|');

function meaningOf({ meaning, label, to }: DialectField): string {
  if (meaning !== undefined) return meaning;
  if (label !== undefined) return words(label);
  return to === undefined ? '' : words(`callField.${to}.meaning`);
}

function dialectSection({ name, label, events, fields }: Dialect): string[] {
  return [
    `## ${label} (\`${name}\`)`,
    '',
    '| event | stage |',
    '| --- | --- |',
    ...events.map((event) => `| ${cell(event.name)} | ${event.stages.join(' or ')} |`),
    '',
    '| value | mapped to | meaning |',
    '| --- | --- | --- |',
    ...fields.map(
      (field) =>
        `| \`${cell(field.name)}\` | \`${field.to ?? `ext.${name}`}\` | ${cell(meaningOf(field))} |`,
    ),
    '',
  ];
}

function dialectTables(): string {
  return [
    '# Dialects',
    '',
    'Generated from `shared/dialects/` by `npm run docs`. Values in none of the tables are kept under',
    '`ext.DIALECT`, unchanged. Unambiguous numbers are converted to E.164 and times to',
    'instants; the original values stay under `ext.DIALECT`. `$`, `%`, case and punctuation of',
    'names do not matter.',
    '',
    '`npm run -s decode -- DIALECT FILE` prints what a payload becomes.',
    '',
    ...Object.values(dialects)
      .filter(({ name }) => name !== 'cloudevents')
      .flatMap(dialectSection),
  ].join('\n');
}

const json = (value: unknown): string[] => ['```json', JSON.stringify(value, null, 2), '```'];

const arrival = (recipe: string): string => {
  const page = connectPageOf(recipe);
  return page === undefined
    ? 'This system does not send these messages over WebSocket. A bridge must forward them unchanged.'
    : `How these messages arrive: [connect/${page}.md](connect/${page}.md).`;
};

const recipeConnection = ({ name, connection, feed }: MappingRecipe): string[] => [
  ...(connection === undefined
    ? [arrival(name), '']
    : [
        'The connection (in the form `transport` has in a configuration file, without the secret):',
        '',
        ...json({ type: 'websocket', ...connection }),
        '',
      ]),
  ...(feed === undefined ? [] : ['How it writes numbers (`feed`):', '', ...json(feed), '']),
];

const recipeSection = (recipe: MappingRecipe): string[] => [
  `## ${recipe.label}`,
  '',
  `Follows ${recipe.sources.map((address) => `<${address}>`).join(', ')}.`,
  '',
  ...(recipe.notes ?? []).flatMap((note) => [note, '']),
  ...recipeConnection(recipe),
  'The mapping:',
  '',
  '```',
  recipe.expression,
  '```',
  '',
  'A message of a ringing call:',
  '',
  ...json(recipe.sample),
  '',
];

const mappingGuide = (): string =>
  [
    '# Mapping any phone system',
    '',
    'Generated from `shared/dialects/recipes/` by `npm run docs`.',
    '',
    'A source whose dialect is `mapping` reads any JSON. Its expression, in [JSONata](https://docs.jsonata.org),',
    'receives the whole message and returns',
    '',
    '- an object with `stage` (' +
      stageSchema.options.map((stage) => `\`${stage}\``).join(', ') +
      '), `callId` and other',
    '  [call fields](call-fields.md), flat or nested as in `agent.extension`;',
    '- or an object with `agentState` and an `agent`, for a change of the agent’s status (and `by`: who made it);',
    '- or an object with `changed`, which is `queue` or `menu`, the `name` of that queue or menu, and if known `change`',
    '  (what was done) and `by`; it goes into the log;',
    '- a list of such objects, if a message contains several;',
    '- nothing, to ignore the message.',
    '',
    '`id`, `time`, `scope` (`agent`, `customer` or `call`) and `offerId` are optional. Names that are not',
    'call fields are kept under `ext`, and the message itself under `ext.payload`. Numbers become E.164 with the',
    'source’s country, times become instants with its time zone.',
    '',
    'Besides JSONata’s own functions: `$json(text)` parses embedded JSON, `$topic` is the subject or topic.',
    '`$eval` is not available, because messages are untrusted. An expression has one second and 96 MB, in its own',
    'thread; messages keep their order. Text that is not JSON (“heartbeat response”) arrives as a string.',
    '',
    '`npm run -s decode -- mapping MESSAGE.json --mapping EXPRESSION.jsonata` prints what a message becomes.',
    '',
    '`${token}` in a URL or a message is replaced by the source’s token, or by the one its `signIn` gets before each',
    'connection. The recipes below follow the public documentation named with each; they are tested with messages built',
    'from it (`tests/fixtures/public/`), not with the systems themselves.',
    '',
    ...mappingRecipes.map(({ label }) => `- [${label}](#${anchor(label)})`),
    '',
    ...mappingRecipes.flatMap(recipeSection),
  ].join('\n');

/** Between its two marks in a document that is written by hand. */
function withTable(name: string, mark: string, table: readonly string[]): string {
  const text = readFileSync(path.join(root, name), 'utf8');
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, after] = [text.split(start)[0], text.split(end)[1]];
  if (before === undefined || after === undefined) throw new Error(`${name} has no ${start}`);
  return [before + start, '', ...table, '', end + after].join('\n');
}

function keysTable(): string[] {
  const rows = deskKeyNames.map((name) => [
    `\`${keyParts(name, false).join('+')}\``,
    words(`keys.does.${name}`),
  ]);
  const head = ['Key', 'What it does'];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

const documents: Readonly<Record<string, string>> = {
  'docs/config.schema.json': jsonSchema(configInputSchema, 'Ringcue configuration'),
  'docs/policy.schema.json': jsonSchema(policySchema, 'Ringcue policy of a computer'),
  'docs/policy/ringcue.admx': admx(),
  'docs/policy/en-US/ringcue.adml': adml(),
  'docs/policy/ringcue.mobileconfig': profile(),
  'docs/event.schema.json': jsonSchema(cloudEventSchema, 'Ringcue call event (CloudEvents 1.0)'),
  'docs/call-fields.md': callFields(),
  'docs/dialects.md': dialectTables(),
  'docs/mapping.md': mappingGuide(),
  'docs/desk.md': withTable('docs/desk.md', 'keys', keysTable()),
  ...connectDocuments(),
  'shared/text/message-values.ts': messageValuesModule(english),
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
