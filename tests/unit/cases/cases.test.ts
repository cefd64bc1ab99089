import { expect, it } from 'vitest';
import { publicCases } from '../../support/cases.ts';
import { addressChecks } from './addresses.ts';
import { answerChecks } from './answers.ts';
import { callChecks } from './calls.ts';
import { linkChecks } from './links.ts';
import { numberChecks } from './numbers.ts';
import { textChecks } from './texts.ts';
import { timeChecks } from './times.ts';

const cases = publicCases();
const kinds = [
  ...[callChecks, numberChecks, timeChecks, textChecks],
  ...[addressChecks, linkChecks, answerChecks],
];
const checks = new Map(kinds.flatMap((kind) => Object.entries(kind)));

it.each(cases)('$name: $right', async (one) => {
  const check = checks.get(one.name);
  if (check === undefined) throw new Error('no check');
  await check(one);
});

it('checks every case, each once, and none that is not there', () => {
  const names = kinds.flatMap((kind) => Object.keys(kind));
  expect(names.toSorted()).toEqual(cases.map(({ name }) => name).toSorted());
  expect(new Set(names).size).toBe(names.length);
});
