import { expect, it } from 'vitest';
import { fuzzRound } from '../support/fuzz/fuzz-round.ts';
import { fuzzTargets } from '../support/fuzz/targets.ts';
import { builtMappingProcess } from '../support/mapping-process.ts';

/** Of targets that are not only this process. */
const runs: Readonly<Record<string, number>> = {
  mappings: 60,
  websocket: 500,
  nats: 300,
  mqtt: 300,
  http: 500,
  gateway: 500,
};

it('takes hostile frames, requests, templates, links, calls of pages and mappings without a throw or a right too many', async () => {
  for (const target of fuzzTargets(await builtMappingProcess())) {
    const most = runs[target.name] ?? 1_500;
    const result = await fuzzRound(target, 1, (count) => count < most);
    // How long each took is for `npm run fuzz` to say.
    expect(result, result.firstProblem).toMatchObject({ runs: most, crashes: 0, privileged: 0 });
  }
}, 120_000);
