import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import type { AgentRef } from '../model/agent-identity.ts';
import type { Feed } from '../model/feed.ts';
import { plainName } from './map-payload.ts';
import { readableValue } from './values.ts';

/** More agents than any call rings at; the rest are not read. */
const mostAgents = 100;
/** The manual does not describe the members: these are the words that its other variables use. */
const numberNames = ['agentnumber', 'number', 'followmenumber', 'phone', 'extension', 'id'];

/** Who missed a call, from `$missed_agent`; undefined where it names nobody by a number. */
export function missedAgents(payload: JsonObject, feed: Feed): readonly AgentRef[] | undefined {
  const given = Object.entries(payload).find(([key]) => plainName(key) === 'missedagent')?.[1];
  if (given === undefined || given === null) return undefined;
  const items = Array.isArray(given) ? given.slice(0, mostAgents) : [given];
  const agents = items.flatMap((item): AgentRef[] => {
    const number = numberIn(item);
    if (number === '') return [];
    const read = readableValue('agentNumber', number, feed);
    return [{ extension: read, phone: read }];
  });
  return agents.length === 0 ? undefined : agents;
}

function numberIn(item: JsonValue): string {
  const value = isJsonObject(item) ? memberOf(item) : item;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return /\d/.test(text) ? text : '';
}

function memberOf(item: JsonObject): JsonValue | undefined {
  const members = new Map(Object.entries(item).map(([key, value]) => [plainName(key), value]));
  return numberNames.map((name) => members.get(name)).find((value) => value !== undefined);
}
