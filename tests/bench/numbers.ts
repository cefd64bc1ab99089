/**
 * `npm run -s numbers -- --count 20000 [--seed 1] [--json]`: random valid numbers of sixty countries in the spellings
 * of phone systems, and random extensions, read under the settings a source may have. Prints how many became the
 * number, stayed as they came, and became another number: that must be none. Exits with 1 where it is not.
 */
import { parseArgs } from 'node:util';
import { numberRound } from '../support/number-round.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const { wrong, ...totals } = numberRound(Number(values.count), Number(values.seed));
const result = { ...totals, wrong: wrong.length };
console.log(
  values.json
    ? JSON.stringify(result)
    : Object.entries(result)
        .map(([name, count]) => `${name} ${count}`)
        .join(', '),
);
for (const line of wrong.slice(0, 20)) console.error(line);
if (wrong.length > 0) process.exitCode = 1;
