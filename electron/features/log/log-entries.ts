import { randomUUID } from 'node:crypto';
import type { StoredCaller } from '../../../shared/calls/caller-text.ts';
import { storedForms } from '../../../shared/numbers/number-search.ts';
import { agentName } from '../../../shared/model/agent-identity.ts';
import type {
  AgentStateEvent,
  RuleableEvent,
  SystemChangeEvent,
} from '../../../shared/model/call-event.ts';
import type {
  EventTrace,
  LogEntry,
  LogEntryOf,
  RuleTrace,
} from '../../../shared/model/log-entry.ts';
import { jsonValueSchema, type JsonValue } from '../../../shared/json/json-value.ts';
import { english } from '../../../shared/text/english.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** The call's own fields only: a payload as it came can be large, and may hold what nobody asked for. */
function storedEvent(event: RuleableEvent): JsonValue {
  const { ext: _ext, ...call } = event.call;
  return jsonValueSchema.parse(
    JSON.parse(JSON.stringify({ ...event, call: { ...call, ext: {} } })),
  );
}

/** One for each event: written again where more became known. */
export const traceId = (event: RuleableEvent, { isTest, repeated }: EventTrace): string =>
  `${isTest ? 'test' : repeated ? 'again' : 'event'}:${event.source}:${event.id}`;

export const traceEntry = (event: RuleableEvent, callKey: string, trace: EventTrace): LogEntry => ({
  id: traceId(event, trace),
  at: event.receivedAt,
  kind: 'event',
  callKey,
  text: textOf([
    trace.caller,
    withheldText(trace),
    event.call.fields.callerNumber,
    event.call.fields.calledNumber,
    event.call.fields.customerNumber,
    event.call.fields.contactName,
    trace.queue,
    trace.agent,
    trace.stage,
    event.linkedCallId,
    // Only of rules that fired: each event passes them all.
    ...trace.rules.filter(({ reason }) => reason === undefined).flatMap(textsOfRule),
  ]),
  trace,
  // A note is sent by webhooks and not stored here.
  ...(trace.isTest || trace.repeated || event.stage === 'noted'
    ? {}
    : { event: storedEvent(event) }),
});

const textsOfRule = ({ name, actions }: RuleTrace): string[] => [
  name,
  ...actions.flatMap((action) => [action.name, said(action.problem ?? null)]),
];

/** A call rang here and was not taken. @param ring tells one miss of a call from the next */
export const missedEntry = (
  callKey: string,
  ring: string,
  facts: LogEntryOf<'missed'>['facts'],
  at: number,
): LogEntry => ({
  id: `missed:${callKey}:${ring}`,
  at,
  kind: 'missed',
  callKey,
  text: textOf([facts.caller, withheldText(facts), facts.queue]),
  facts,
});

type PopupFacts = LogEntryOf<'popup'>['facts'] & { readonly at: number };

export const popupEntry = ({ at, ...facts }: PopupFacts, callKey: string): LogEntry => ({
  id: `popup:${randomUUID()}`,
  at,
  kind: 'popup',
  callKey,
  text: textOf([
    facts.name,
    facts.caller,
    withheldText(facts),
    facts.queue,
    said(facts.problem),
    facts.closedFor,
    facts.outcome,
  ]),
  facts,
});

type DeliveryFacts = Omit<LogEntryOf<'delivery'>['facts'], 'delivery'> & {
  readonly id: string;
};

export const deliveryEntry = (
  { id, ...facts }: DeliveryFacts,
  callKey: string,
  at: number,
): LogEntry => ({
  id: `delivery:${id}:${facts.attempt}`,
  at,
  kind: 'delivery',
  callKey,
  text: textOf([facts.webhook, facts.about, facts.state, said(facts.problem), id]),
  facts: { delivery: id, ...facts },
});

export const connectionEntry = (
  source: string,
  phase: LogEntryOf<'connection'>['facts']['phase'],
  problem: Message | null,
  at: number,
): LogEntry => ({
  id: `connection:${randomUUID()}`,
  at,
  kind: 'connection',
  callKey: '',
  text: textOf([source, phase, said(problem)]),
  facts: { source, phase, problem },
});

/** One an event: an event that comes again replaces its entry. */
export const agentEntry = (event: AgentStateEvent): LogEntry => {
  const { state, by } = event;
  const agent = agentName(event.agent);
  return {
    id: `agent:${event.source}:${event.id}`,
    at: event.occurredAt,
    kind: 'agent',
    callKey: '',
    text: textOf([agent, state, by]),
    facts: { agent, state, by },
  };
};

const withheldText = ({ isWithheld }: StoredCaller): string =>
  isWithheld === true ? english(message('desk.withheldNumber')) : '';

/** One an event, as above. */
export const systemEntry = (event: SystemChangeEvent): LogEntry => {
  const { part, name, change, by } = event;
  return {
    id: `system:${event.source}:${event.id}`,
    at: event.occurredAt,
    kind: 'system',
    callKey: '',
    text: textOf([part, name, change, by]),
    facts: { part, name, change, by },
  };
};

/** In English, like the log file, so that a search finds it in every language of the app. */
const said = (problem: Message | null): string => (problem === null ? '' : english(problem));

/** What is searched: each part once, and numbers also as they are dialled in their country. */
function textOf(parts: readonly (string | undefined)[]): string {
  const given = parts.flatMap((part) => (part === undefined || part === '' ? [] : part));
  const numbers = given
    .flatMap((part) => part.split(/[\s()]/))
    .filter((word) => word.startsWith('+'));
  return [...new Set([...given, ...numbers.flatMap(storedForms)])].join(' ');
}
