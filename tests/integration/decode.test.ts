import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { mappingRecipes } from '../../shared/dialects/mapping-recipes.ts';
import { acefone, autoid, callCenterStudio, callvoip } from '../support/reference.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `npm run -s decode`, without npm. */
function decode(payload: unknown, ...args: string[]) {
  const file = path.join(temporaryFolder(), 'payload.json');
  writeFileSync(file, typeof payload === 'string' ? payload : JSON.stringify(payload));
  const [dialect = '', ...options] = args;
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const command = [tsx, 'build/decode.ts', dialect, file, ...options];
  const run = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return {
    status: run.status,
    problem: run.stderr.trim(),
    events: run.status === 0 ? (JSON.parse(run.stdout) as unknown) : undefined,
  };
}

const withExamples = (fields: readonly { name: string; example: string | null }[]) =>
  Object.fromEntries(fields.map(({ name, example }) => [name, example ?? 'x']));

it('decodes the reference examples of the five systems', () => {
  const trigger = acefone.triggers[0]!;
  const fromAcefone = decode(withExamples(trigger.variables), 'acefone', '--trigger', trigger.name);
  expect(fromAcefone.events).toMatchObject([{ linkedCallId: '1628364541.6274658' }]);

  const tokens = withExamples(
    autoid.tokens.map(({ token, example }) => ({ name: token, example })),
  );
  const fromAutoid = decode(tokens, 'autoid', '--moment', 'begin', '--country', 'US');
  expect(fromAutoid.events).toMatchObject([{ stage: 'queued' }]);

  const fromCallvoip = decode(callvoip.sampleBodyCorrected, 'callvoip', '--country', 'NL');
  expect(fromCallvoip.events).toMatchObject([{ kind: 'call.state' }]);

  const studio = Object.fromEntries(callCenterStudio.fields.map(({ label }) => [label, 'x']));
  const fromStudio = decode({ ...studio, Event: 'ringing' }, 'call-center-studio');
  expect(fromStudio.events).toMatchObject([{ stage: 'ringing', linkedCallId: 'x' }]);

  const offering = { event: 'Offering', member_channel_id: '1', agent_extension: '1004' };
  expect(decode(offering, 'webitel').events).toMatchObject([
    { stage: 'ringing', agent: { extension: '1004' } },
  ]);
});

it('decodes by a mapping from a file', () => {
  const recipe = mappingRecipes[0]!;
  const file = path.join(temporaryFolder(), 'mapping.jsonata');
  writeFileSync(file, recipe.expression);
  const { events } = decode(recipe.sample, 'mapping', '--mapping', file);
  expect(events).toMatchObject([{ stage: 'ringing', agent: { extension: '2002' } }]);
});

it('names the place of the comma that Callvoip’s printed sample lacks, and ends with 2', () => {
  const printed = callvoip.sampleBodyAsPrinted.join('\n');
  const { status, problem } = decode(printed, 'callvoip');
  expect(status).toBe(2);
  expect(problem).toContain('comma expected at line 13');
});
