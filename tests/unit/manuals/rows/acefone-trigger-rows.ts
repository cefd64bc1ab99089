import { expect } from 'vitest';
import { acefone as dialect } from '../../../../shared/dialects/acefone.ts';
import { acefoneTriggers, triggerNamed } from '../../../../shared/dialects/acefone-triggers.ts';
import { triggerInfo } from '../../../../shared/dialects/triggers.ts';
import { ruleSchema } from '../../../../shared/model/rule.ts';
import { sampleCall } from '../../../../shared/model/sample-call.ts';
import { acefoneVariables } from '../../../../shared/webhooks/acefone-variables.ts';
import {
  beside,
  differs,
  memberText,
  says,
  textsIn,
  type Entry,
} from '../../../support/reference-table.ts';
import { bodyOf, firedBy, keyOf, payloadOf, sentOn } from './acefone-sent.ts';

const info = (name: string) => triggerInfo({ system: 'acefone', name });
const first = ({ names: [name = ''] }: Entry): string => name;
const variableIn = ({ names: [, name = ''] }: Entry): string => keyOf(name);

/** Whether a rule for calls of these directions can be saved with a trigger. */
const isSaved = (name: string, directions: readonly string[]): boolean =>
  ruleSchema.safeParse({
    id: 'r',
    name: 'R',
    when: { trigger: { system: 'acefone', name } },
    which: { directions },
    actions: [{ do: 'send', webhook: 'w' }],
  }).success;

function hasCallTypes(name: string, types: readonly string[]): void {
  const all = types.length === 0 ? ['Inbound', 'Outbound'] : types;
  for (const type of ['inbound', 'outbound']) {
    const isMeant = all.some((one) => one.toLowerCase() === type);
    expect(isSaved(name, [type]), type).toBe(isMeant);
  }
}

/** A call is known by the key alone. */
function names(key: string): void {
  const decoded = dialect.decode(
    { [keyOf(key)]: 'k1', trigger: 'Call answered by Agent' },
    { source: 's', receivedAt: 0, feed: {} },
  );
  expect(decoded).toMatchObject({ ok: true, value: [{ call: { fields: { callId: 'k1' } } }] });
}

const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  'array<string>': (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  'array<object>': (value) => Array.isArray(value) && value.every((one) => typeof one === 'object'),
};

function hasType(entry: Entry, jsonType: string): void {
  const isRight = isOfType[jsonType];
  expect(isRight?.(sentOn(first(entry))[variableIn(entry)]), jsonType).toBe(true);
  // Also of a call that comes from elsewhere; what an object holds is Acefone's own.
  const isLists = jsonType === 'array<string>' || jsonType === 'boolean' || jsonType === 'integer';
  if (isLists) expect(isRight?.(bodyOf(first(entry), sampleCall)[variableIn(entry)])).toBe(true);
}

const keepsAsSent = (entry: Entry) =>
  expect(sentOn(first(entry))[variableIn(entry)]).toEqual(
    payloadOf(first(entry))[variableIn(entry)],
  );

/** A value of the manual's is sent on as it came. */
function carries(entry: Entry, value: string): void {
  const name = first(entry);
  const key = variableIn(entry);
  // The status of an end decides which end it is.
  const trigger =
    key === 'call_status' && name.startsWith('Call hangup')
      ? 'Call hangup (Missed or Answered)'
      : name;
  const [call] = firedBy(trigger, { ...payloadOf(name), [key]: value, trigger });
  expect(call && bodyOf(trigger, call)[key]).toBe(value);
}

const isDate = (text: string): boolean => /^\d{4}-|^\d\d:/.test(text);

/** The nineteen triggers, and each of their variables. */
export const triggerRows = [
  says('triggers › * › name', ({ text }) => expect(isSaved(text, [])).toBe(true)),
  says('triggers › * › deprecated', (entry) =>
    expect(info(first(entry))?.deprecated === true).toBe(entry.value),
  ),
  says('triggers › * › description', (entry) => {
    const name = first(entry);
    const payload = { ...payloadOf(name), call_status: 'Answered' };
    expect(
      firedBy(name, { ...payload, ...(name.includes('Missed') && { call_status: 'Missed' }) }),
    ).toHaveLength(1);
  }),
  says('triggers › * › callTypes', (entry) => hasCallTypes(first(entry), textsIn(entry.value))),
  says('triggers › * › callTypesAsPrinted', (entry) =>
    hasCallTypes(first(entry), entry.text.match(/Inbound|Outbound/g) ?? []),
  ),
  says('triggers › * › dialerOnly', (entry) =>
    expect(info(first(entry))?.outboundType === 'dialer').toBe(entry.value),
  ),
  says('triggers › * › listedIn › *', (entry) => {
    if (entry.value !== null) expect(triggerNamed(entry.text)?.name).toBe(first(entry));
  }),
  says('triggers › * › correlationKeys', ({ value }) => textsIn(value).forEach(names)),
  differs(
    'triggers › * › variableCount',
    'A trigger that is named only carries what the one that it updates does',
    ({ value, names: [name = ''] }) => {
      if (value === 0) expect(acefoneVariables(name).length).toBeGreaterThan(0);
      else expect(acefoneVariables(name)).toHaveLength(Number(value));
    },
  ),
  beside('triggers › * › note', 'Where the manual spells one trigger in two ways; both are read'),
  says('triggers › * › variables › * › name', (entry) =>
    expect(acefoneVariables(first(entry)).map(({ key }) => key)).toContain(variableIn(entry)),
  ),
  says('triggers › * › variables › * › type', (entry) =>
    hasType(entry, memberText(entry.of, 'jsonType') || 'string'),
  ),
  says('triggers › * › variables › * › jsonType', (entry) =>
    hasType(entry, entry.text || 'string'),
  ),
  says('triggers › * › variables › * › description', keepsAsSent),
  says('triggers › * › variables › * › example', (entry) => {
    if (
      typeof entry.value !== 'string' ||
      memberText(entry.of, 'jsonType') !== 'string' ||
      isDate(entry.text)
    ) {
      keepsAsSent(entry);
    } else carries(entry, entry.text);
  }),
  says('triggers › * › variables › * › note', (entry) => {
    keepsAsSent(entry);
    // What is said to be present at times only may be missing.
    const { [variableIn(entry)]: _left, ...rest } = payloadOf(first(entry));
    if (entry.text.startsWith('Only')) expect(firedBy(first(entry), rest)).toHaveLength(1);
  }),
  says('triggers › * › variables › * › values › *', (entry) => carries(entry, entry.text)),
  says('triggers › * › variables › * › readAs', (entry) =>
    expect(keyOf(entry.text)).toBe(variableIn(entry)),
  ),
  says('triggers › * › variables', ({ value, names: [name = ''] }) =>
    expect(textsIn(value).length === 0 && acefoneVariables(name).length > 0).toBe(true),
  ),
  says('variableIndex › *', ({ names: [variable = ''], value }) => {
    for (const trigger of textsIn(value)) {
      expect(
        acefoneVariables(trigger).map(({ key }) => key),
        trigger,
      ).toContain(keyOf(variable));
    }
  }),
  says('triggersWithoutVariables › *', ({ text }) =>
    expect(acefoneTriggers.map(({ name }) => name)).toContain(text),
  ),
  says('identicalVariableSets › *', ({ text }) =>
    expect(acefoneVariables(text).map(({ key }) => key)).toEqual(
      acefoneVariables('Call hangup (Missed or Answered)').map(({ key }) => key),
    ),
  ),
  says('counts › *', ({ names: [count = ''], value }) => expect(counted(count)).toBe(value)),
];

/** What the manual counts, as the product has it. */
function counted(count: string): number | undefined {
  const documented = acefoneTriggers.filter(({ name }) => Object.keys(payloadOf(name)).length > 0);
  const all = documented.flatMap(({ name }) => acefoneVariables(name).map(({ key }) => key));
  const counts: Readonly<Record<string, number>> = {
    triggersInDropdown: acefoneTriggers.length,
    triggersInTriggerTable: documented.length,
    triggersWithVariables: documented.length,
    triggersDeprecated: acefoneTriggers.filter(({ deprecated }) => deprecated === true).length,
    variableRows: all.length,
    distinctVariablesAfterReadAs: new Set(all).size,
    // Every spelling is read.
    distinctVariableSpellings: dialect.fields.length - 1,
  };
  return counts[count];
}
