import { isJsonObject, type JsonObject } from '../json/json-value.ts';

/**
 * A row of the log as it is now, from one of any earlier version. Before 0.2 rules were called hooks, problems
 * were English sentences, and the reason of a closed popup stood in place of a problem.
 */
export function upgradeLogData(data: JsonObject, kind: string): JsonObject {
  const { trace, facts } = data;
  return {
    ...data,
    ...(isJsonObject(trace) && 'hooks' in trace && { trace: renamed(trace) }),
    ...(isJsonObject(facts) && { facts: upgradedFacts(facts, kind) }),
  };
}

const renamed = ({ hooks, ...trace }: JsonObject): JsonObject => ({ rules: hooks ?? [], ...trace });

function upgradedFacts(facts: JsonObject, kind: string): JsonObject {
  if (kind === 'config' && facts['part'] === 'hooks') return { ...facts, part: 'rules' };
  const { outcome, problem } = facts;
  const closed = kind === 'popup' && (outcome === 'closed' || outcome === 'kept');
  return closed && typeof problem === 'string'
    ? { ...facts, problem: null, closedFor: problem }
    : facts;
}
