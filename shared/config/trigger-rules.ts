import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { ruleProblems } from '../model/rule-problems.ts';

/** The stage with which the form of a webhook once stored each of Acefone's triggers. */
const storedStages: Readonly<Record<string, string>> = {
  'Call received on Server': 'queued',
  'Call answered on IVR': 'queued',
  'Call answered by Agent': 'answered',
  'Call hangup (Missed)': 'missed',
  'Call hangup (Answered)': 'hangup',
  'Call hangup (Missed or Answered)': 'hangup',
  'DTMF Option': 'dtmf',
  'Dialed on Agent': 'ringing',
  'Call received on Department': 'queued',
  'Call received on Auto Attendant': 'queued',
  'Call answered by Agent (Hangup)': 'hangup',
  'Call missed by Agent (Hangup)': 'missed',
  'Call answered by Customer (Click to call)': 'answered',
  'Call missed by Customer (Click to call)': 'missed',
  'Disposition Status Updated (Dialer)': 'disposition',
  'Call Connected to Agent (Dialer)': 'answered',
  'Session Call Answered': 'answered',
  'Call hangup (Missed) (updated)': 'missed',
  'Call hangup (Answered) (updated)': 'hangup',
};

/**
 * Rules that send just one webhook of Acefone's wait for the trigger that was chosen in its form, and no longer for the
 * stage that was stored for it. A rule with another stage was changed by hand, and one that could not be saved with the
 * trigger would make the whole file unreadable: both stay as they are.
 */
export function waitForTriggers(document: JsonObject): JsonObject {
  const { rules } = document;
  if (!Array.isArray(rules)) return document;
  const triggers = new Map(listOf(document['webhooks']).flatMap(triggerOf));
  return { ...document, rules: rules.map((rule) => withTrigger(rule, triggers)) };
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? value : [];
const objectOf = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});

function triggerOf(webhook: JsonValue): [id: JsonValue, trigger: string][] {
  const { id, body } = objectOf(webhook);
  const { kind, trigger } = objectOf(body);
  return kind === 'acefone' && id !== undefined && typeof trigger === 'string'
    ? [[id, trigger]]
    : [];
}

function withTrigger(value: JsonValue, triggers: ReadonlyMap<JsonValue, string>): JsonValue {
  const rule = objectOf(value);
  const [action, ...others] = listOf(rule['actions']).map(objectOf);
  if (action?.['do'] !== 'send' || others.length > 0) return value;
  const name = triggers.get(action['webhook'] ?? null);
  // A rule without a stage waits until the call rings.
  const stage = objectOf(rule['when'])['stage'] ?? 'ringing';
  if (name === undefined || storedStages[name] !== stage) return value;
  const when = { trigger: { system: 'acefone' as const, name } };
  const which = objectOf(rule['which']);
  const calls = {
    directions: textsOf(which['directions']),
    outboundTypes: textsOf(which['outboundTypes']),
  };
  return ruleProblems({ when, which: calls }).length === 0 ? { ...rule, when } : value;
}

const textsOf = (value: JsonValue | undefined): string[] =>
  listOf(value).filter((one) => typeof one === 'string');
