import { ownValue } from '../json/own-value.ts';
import { acefoneFields } from '../dialects/acefone-fields.ts';
import { plainName } from '../dialects/map-payload.ts';
import type { FieldRef } from '../model/call-fields.ts';
import type { Token, TokenType } from '../templates/token-text.ts';
import { variablesByTrigger } from './acefone-trigger-variables.ts';

/** Variables that are not text, as typed in the manual. */
const types: Readonly<Record<string, TokenType>> = {
  billing_circle: 'json',
  ivr_id: 'number',
  digits_dialed: 'json',
  answered_agent: 'json',
  missed_agent: 'json',
  call_flow: 'json',
  call_connected: 'boolean',
};

/** Texts in the payloads of some triggers, whatever they are in those of the others. */
const textsOf: Readonly<Record<string, readonly string[]>> = {
  'Call missed by Customer (Click to call)': ['answered_agent'],
  'Disposition Status Updated (Dialer)': ['call_flow'],
  'Call Connected to Agent (Dialer)': ['call_flow'],
};

/** Lists in a trigger's payload of what a call of another system has as one text. */
const listsOf: Readonly<Record<string, readonly string[]>> = {
  'Dialed on Agent': ['dept_name', 'ivr_name'],
};

/** The call has these as text: the direction's own word, and lists of names or keys. */
const keptAsSent: ReadonlySet<string> = new Set([
  'direction',
  'digits_dialed',
  'answered_agent',
  'missed_agent',
  'call_flow',
  'dept_name',
  'ivr_name',
  'lead_fields',
  'broadcast_lead_fields',
]);

/** A key of the body with the call's value that it carries. */
export interface SetVariable {
  readonly key: string;
  readonly token: Token;
  /** The same as the system itself sent it, where the call field has another form. */
  readonly own?: Token | undefined;
  /** It is sent as a list, also where the call has one text. */
  readonly isList?: boolean;
  /** What the system sent is a telephone number, written as the webhook writes numbers. */
  readonly isNumber?: boolean;
}

/** The variables of a trigger; none for an unknown trigger. */
export const acefoneVariables = (trigger: string): readonly SetVariable[] =>
  (ownValue(variablesByTrigger, trigger) ?? []).map((key) => ({
    key,
    token: { field: fieldOf(key, trigger), as: typeOf(key, trigger) },
    isList: key === 'digits_dialed' || listed(listsOf, trigger, key),
    own: ownOf(key, trigger),
    isNumber: isLegNumber(key, trigger),
  }));

const listed = (
  lists: Readonly<Record<string, readonly string[]>>,
  trigger: string,
  key: string,
): boolean => ownValue(lists, trigger)?.includes(key) === true;

const typeOf = (key: string, trigger: string): TokenType =>
  listed(textsOf, trigger, key) ? 'text' : (ownValue(types, key) ?? 'text');

function ownOf(key: string, trigger: string): Token | undefined {
  const field: FieldRef = `ext.acefone.${key}`;
  if (isLegNumber(key, trigger)) return { field, as: 'text' };
  return keptAsSent.has(key) ? { field, as: key === 'direction' ? 'text' : 'json' } : undefined;
}

/** The number of the leg that is dialled; most often, but not always, the agent's. */
const isLegNumber = (key: string, trigger: string): boolean =>
  trigger === 'Dialed on Agent' && key === 'call_to_number';

/** Where a variable lands when it is read, it comes from when it is sent. */
function fieldOf(key: string, trigger: string): FieldRef {
  // Dialed on Agent: the number the client dialled, and the agent's leg.
  if (trigger === 'Dialed on Agent' && key === 'caller_id_number') return 'calledNumber';
  if (trigger === 'Dialed on Agent' && key === 'call_to_number') return 'agentNumber';
  const field = acefoneFields.find(({ name }) => plainName(name) === plainName(key));
  return field?.to ?? `ext.acefone.${key}`;
}
