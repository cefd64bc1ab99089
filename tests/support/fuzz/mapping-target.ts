import { systemClock } from '../../../electron/platform/clock.ts';
import { mappingRecipes } from '../../../shared/dialects/mapping-recipes.ts';
import { MappingEvaluator } from '../../../shared/mappings/mapping-evaluator.ts';
import { forkMappingProcess } from '../mapping-process.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutated } from './mutate.ts';

/**
 * Mapping texts, in their process. One that takes all time or memory is stopped, which is no hang.
 *
 * @param processFile the compiled entry of that process
 */
export function mappings(processFile: string): FuzzTarget {
  const evaluator = new MappingEvaluator(forkMappingProcess(processFile), systemClock);
  const expressions = mappingRecipes.map(({ expression }) => expression);
  return {
    name: 'mappings',
    async run(dice) {
      const payload = JSON.stringify(dice.of(mappingRecipes).sample);
      await evaluator.evaluate({ expression: mutated(expressions, dice), payload, topic: 'a/b' });
      return false;
    },
    end: () => evaluator.stop(),
  };
}
