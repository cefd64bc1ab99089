import type { FlowStep } from '../model/flow.ts';
import { matchCondition, type Asked } from './match-condition.ts';

/** A step that a test run takes. */
export interface TakenStep {
  /** Where it is in the flow: `steps.1.then.0`. */
  readonly at: string;
  /** Of a condition, and of a lookup that fails and has steps for that. */
  readonly branch?: 'then' | 'else' | 'ifFails' | undefined;
}

/** What lookups are taken to find: a test calls nothing. */
export interface AssumedResponses {
  /** By the name of the variable. */
  readonly values: Readonly<Record<string, string>>;
  /** Variables whose lookup fails. A lookup that runs in its place does not. */
  readonly failed: readonly string[];
}

interface Walk {
  readonly asked: Asked;
  readonly values: AssumedResponses['values'];
  readonly taken: TakenStep[];
  vars: Readonly<Record<string, string>>;
  stopped: boolean;
}

/** The steps that a flow takes on a call, in order. */
export function flowPath(
  steps: readonly FlowStep[],
  asked: Asked,
  { values, failed }: AssumedResponses,
): TakenStep[] {
  const walk: Walk = { asked, values, taken: [], vars: {}, stopped: false };
  takeSteps(steps, 'steps', failed, walk);
  return walk.taken;
}

function takeSteps(
  steps: readonly FlowStep[],
  list: string,
  failed: readonly string[],
  walk: Walk,
): void {
  for (const [index, step] of steps.entries()) {
    if (walk.stopped) return;
    const at = `${list}.${index}`;
    if (step.do === 'if') {
      const call = { ...walk.asked.call, vars: walk.vars };
      const branch = matchCondition(step.when, { ...walk.asked, call }) ? 'then' : 'else';
      walk.taken.push({ at, branch });
      takeSteps(step[branch], `${at}.${branch}`, failed, walk);
    } else if (step.do === 'ask') {
      takeLookup(step, at, failed, walk);
    } else {
      walk.taken.push({ at });
    }
  }
}

function takeLookup(
  step: Extract<FlowStep, { do: 'ask' }>,
  at: string,
  failed: readonly string[],
  walk: Walk,
): void {
  if (!failed.includes(step.as)) {
    walk.taken.push({ at });
    walk.vars = { ...walk.vars, [step.as]: walk.values[step.as] ?? '' };
    return;
  }
  const instead = step.ifFails ?? [];
  walk.taken.push(instead.length === 0 ? { at } : { at, branch: 'ifFails' });
  takeSteps(
    instead,
    `${at}.ifFails`,
    failed.filter((name) => name !== step.as),
    walk,
  );
  if (step.whenFails === 'stop') walk.stopped = true;
}
