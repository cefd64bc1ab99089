import { isJsonObject, type JsonObject } from '../json/json-value.ts';

/** A row of the log as it is now, from one of any earlier version. Before 0.2 rules were called hooks. */
export function upgradeJournalData(data: JsonObject): JsonObject {
  const { trace, facts } = data;
  return {
    ...data,
    ...(isJsonObject(trace) && 'hooks' in trace && { trace: renamed(trace) }),
    ...(isJsonObject(facts) && facts['part'] === 'hooks' && { facts: { ...facts, part: 'rules' } }),
  };
}

const renamed = ({ hooks, ...trace }: JsonObject): JsonObject => ({ rules: hooks ?? [], ...trace });
