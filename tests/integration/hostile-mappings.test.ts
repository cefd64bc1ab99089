import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { MappingTrial } from '../../electron/features/sources/mapping/mapping-trial.ts';
import { english } from '../../shared/text/english.ts';
import { MappingEvaluator } from '../../shared/mappings/mapping-evaluator.ts';
import { builtMappingProcess, forkMappingProcess } from '../support/mapping-process.ts';

/** Each ended the whole app while mappings ran in a thread of it, or held it for seconds. */
const attacks = {
  'a text of 500 MB': '$pad("", 500000000)',
  'a text as wide as the message says': '$pad("", width)',
  'a text padded from its list': '$join([1..10000000].$string())',
  'a text doubled again and again': '($g := function($s) { $g($s & $s) }; $g("xxxxxxxxxxxxxxxx"))',
  'a list doubled again and again': '($g := function($s) { $g($append($s, $s)) }; $g([1..100]))',
  'recursion that never ends': '($f := function($x) { 1 + $f($x) }; $f(1))',
  'a loop that never ends': '($f := function($x) { $f($x) }; $f(1))',
  'a result that is too long': '$pad("", 2000000)',
  'objects without end': '($f := function($x) { $f({"a": $x, "b": $x}) }; $f(1))',
};

/** Which limit comes first, memory or time, depends on the computer. */
const stopped = /^problem\.mapping\.(ended|tooSlow)$/;

async function evaluatorOf(): Promise<MappingEvaluator> {
  const start = forkMappingProcess(await builtMappingProcess());
  const evaluator = new MappingEvaluator(start, systemClock);
  onTestFinished(() => evaluator.stop());
  return evaluator;
}

it('survives every mapping that asks for all memory or all time, and goes on with the next', async () => {
  const evaluator = await evaluatorOf();
  const payload = JSON.stringify({ id: 1, width: 500_000_000 });
  const problems: Record<string, string> = {};
  for (const [name, expression] of Object.entries(attacks)) {
    const [attacked, next] = await Promise.all([
      evaluator.evaluate({ expression, payload, topic: '' }),
      evaluator.evaluate({ expression: 'id + 1', payload, topic: '' }),
    ]);
    problems[name] = attacked.ok ? 'no problem' : english(attacked.problem.message);
    expect(next, name).toEqual({ ok: true, value: 2 });
  }
  expect(Object.keys(problems)).toEqual(Object.keys(attacks));
  expect(Object.values(problems)).not.toContain('no problem');
});

it('ends a mapping that takes time alone, and little memory', async () => {
  const evaluator = await evaluatorOf();
  const expression = '$sum([1..20000].$sum([1..20000]))';
  const endless = await evaluator.evaluate({ expression, payload: '{}', topic: '' });
  expect(endless).toMatchObject({ problem: { message: { id: 'problem.mapping.tooSlow' } } });
});

it('survives them as they are typed in the editor', async () => {
  const evaluator = await evaluatorOf();
  const trial = new MappingTrial(() => evaluator, systemClock);
  const feed = { mapping: '$pad("", width)' };
  const attacked = await trial.run({ feed, payload: '{"width":500000000}' });
  expect(attacked.ok ? '' : attacked.problem.message.id).toMatch(stopped);
  const good = { mapping: '{"stage":"ringing","callId":"1"}' };
  expect(await trial.run({ feed: good, payload: '{}' })).toMatchObject({ ok: true });
});

it('starts once for any number of messages, ahead of the first', async () => {
  let starts = 0;
  const start = forkMappingProcess(await builtMappingProcess());
  const evaluator = new MappingEvaluator((handlers) => {
    starts += 1;
    return start(handlers);
  }, systemClock);
  onTestFinished(() => evaluator.stop());
  evaluator.prepare();
  expect(starts).toBe(1);
  const asked = Array.from({ length: 20 }, (_, id) =>
    evaluator.evaluate({ expression: 'id', payload: JSON.stringify({ id }), topic: '' }),
  );
  expect(await Promise.all(asked)).toEqual(
    Array.from({ length: 20 }, (_, id) => ({ ok: true, value: id })),
  );
  expect(starts).toBe(1);
});

it('says why no process can be started', async () => {
  const evaluator = new MappingEvaluator(forkMappingProcess('/nowhere/at-all.cjs'), systemClock);
  const result = await evaluator.evaluate({ expression: '1', payload: '{}', topic: '' });
  expect(result).toMatchObject({ problem: { message: { id: 'problem.mapping.notRun' } } });
});
