import { z } from 'zod';
import type { JsonObject } from '../json/json-value.ts';
import { closestName } from '../text/closest-name.ts';
import { message, packed } from '../text/message.ts';

/** text: as it came; phone: a number in any spelling; instant: ISO 8601; seconds: a duration. */
export type CallFieldType = 'text' | 'phone' | 'instant' | 'seconds';

interface CallFieldInfo {
  readonly type: CallFieldType;
  readonly example: string;
  /** Its label in the form of Call Center Studio's Web URLs, for the 22 fields there, in the form's order. */
  readonly callCenterStudio?: string;
}

const field = (example: string, type: CallFieldType = 'text'): CallFieldInfo => ({ example, type });

const ccs = (formLabel: string, ...rest: Parameters<typeof field>) => ({
  ...field(...rest),
  callCenterStudio: formLabel,
});

/**
 * Every field a call can carry, by the name used in configuration files, mappings and filters. What people call it
 * and what it means are texts: `callField.NAME.label` and `.meaning`.
 * Source: the comparison of the five systems (section 3, proposed field names).
 */
export const callFieldCatalogue = {
  agentEmail: ccs('Agent Email', 'ada@example.com'),
  agentId: ccs('Agent ID', '83'),
  agentCustomId: ccs('Agent Custom ID', 'A-83'),
  queueId: ccs('Queue ID', '5'),
  queueName: ccs('Queue Name', 'Sales'),
  callId: ccs('Call ID', 'c-20260314-0007'),
  callUniqueId: ccs('Call Unique ID', 'leg-2'),
  callStart: ccs('Call Date', '2026-03-14T09:26:53Z', 'instant'),
  callerNumber: ccs('Caller ID', '+31201234567', 'phone'),
  calledNumber: ccs('Called Number', '+902121234567', 'phone'),
  contactId: ccs('Contact ID', '4711'),
  contactCrmId: ccs('Contact CRM ID', 'crm-4711'),
  campaignQueueId: ccs('Campaign Queue ID', '12'),
  campaignName: ccs('Campaign Name', 'Spring offer'),
  campaignListName: ccs('Campaign List Name', 'Renewals'),
  sessionKey: ccs('Session Key', 's-9f3'),
  sourceTenant: ccs('Source Tenant', 'acme'),
  agentExtension: ccs('Alias', '1004'),
  event: ccs('Event', 'ringing'),
  customFields: ccs('Custom Fields', '{"city":"Izmir"}'),
  answeredBy: ccs('Answered By', 'agent'),
  disposition: ccs('Disposition', 'SOLD'),

  stage: field('ringing'),
  direction: field('inbound'),
  outboundType: field('click_to_call'),
  eventTime: field('2026-03-14T09:26:55Z', 'instant'),
  customerNumber: field('0201234567', 'phone'),
  customerNumberIntl: field('+31201234567', 'phone'),
  withheld: field('true'),
  contactName: field('Grace Hopper'),
  contactFirstName: field('Grace'),
  contactMiddleName: field('B.'),
  contactLastName: field('Hopper'),
  callStartDate: field('2026-03-14'),
  callStartClock: field('09:26:53'),
  callAnswer: field('2026-03-14T09:27:02Z', 'instant'),
  callEnd: field('2026-03-14T09:31:40Z', 'instant'),
  callEndDate: field('2026-03-14'),
  callEndClock: field('09:31:40'),
  totalSeconds: field('287', 'seconds'),
  talkSeconds: field('278', 'seconds'),
  outboundSeconds: field('278', 'seconds'),
  ringSeconds: field('9', 'seconds'),
  callResult: field('answered'),
  connected: field('true'),
  hangupCause: field('NORMAL_CLEARING'),
  subDisposition: field('CALLBACK'),
  agentName: field('Ada Lovelace'),
  agentNumber: field('+902121110000', 'phone'),
  missedBy: field('1005'),
  firstMissedNumber: field('1005'),
  firstMissedFollowMe: field('+905551112233', 'phone'),
  routeId: field('31'),
  routeName: field('Main menu'),
  routeInNumber: field('900'),
  routeExNumber: field('+31880000000'),
  campaignId: field('12'),
  tags: field('vip'),
  dtmf: field('2'),
  dtmfAll: field('2,1'),
  callFlow: field('[{"question":"Sales or service?","response":"2"}]'),
  callFlowQuestion: field('Sales or service?'),
  callFlowAudio: field('https://example.com/q.mp3'),
  recordingUrl: field('https://example.com/r.mp3'),
  recordingWavUrl: field('https://example.com/r.wav'),
  recordingId: field('rec-77'),
  note: field('Calls back on Monday'),
  callsBefore: field('1'),
  lastCallAt: field('2026-03-13T15:02:11Z', 'instant'),
  lastOutcome: field('answered'),
  lastAgent: field('Grace Hopper'),
  lastAgentExtension: field('1005'),
  carrier: field('KPN'),
} as const satisfies Record<string, CallFieldInfo>;

export type CallFieldName = keyof typeof callFieldCatalogue;

const isFieldName = (name: string): name is CallFieldName =>
  Object.prototype.hasOwnProperty.call(callFieldCatalogue, name);
export const callFieldNames: CallFieldName[] = Object.keys(callFieldCatalogue).filter(isFieldName);
export const isCallFieldName = isFieldName;

/** The 22 call fields of Call Center Studio's form with their labels there, in its order. */
export const callCenterStudioForm: (readonly [name: CallFieldName, formLabel: string])[] =
  callFieldNames.flatMap((name) => {
    const info: CallFieldInfo = callFieldCatalogue[name];
    return info.callCenterStudio === undefined ? [] : [[name, info.callCenterStudio] as const];
  });
export const callCenterStudioFields = callCenterStudioForm.map(([name]) => name);

/** Longer than any real value; a longer one is refused with a reason instead of filling memory. */
export const maxFieldLength = 10_000;

/** The data of a call: what the catalogue names, the record's own columns, and all the rest. */
export interface CallData {
  readonly fields: Readonly<Partial<Record<CallFieldName, string>>>;
  /** Extra columns of the loaded list record, by their name. */
  readonly custom: Readonly<Record<string, string>>;
  /** What the dialect could not map, as it came, so that nothing is lost. */
  readonly ext: Readonly<JsonObject>;
  /** Answers that a running flow has kept, by the names its steps give them. */
  readonly vars?: Readonly<Record<string, string>> | undefined;
}

/** A call's data that was stored as JSON. */
export const callDataSchema = z.object({
  fields: z.partialRecord(z.enum(callFieldNames), z.string()),
  custom: z.record(z.string(), z.string()),
  ext: z.record(z.string(), z.json()),
});

export const emptyCallData: CallData = { fields: {}, custom: {}, ext: {} };

/**
 * Names a value of a call: a catalogue field, `custom.city`, `ext.path.to.value`, or `var.customer`, an
 * answer that a flow has kept.
 */
export const fieldRefSchema = z
  .string()
  .max(200)
  .superRefine((name, context) => {
    if (isCallFieldName(name) || /^(custom|ext|var)\.[^.].*$/.test(name)) return;
    const meant = likelyField(name);
    const none = message('problem.field.notACallField');
    const said =
      meant === undefined
        ? none
        : message('problem.withHint', {
            problem: none,
            hint: message('problem.didYouMean', { meant }),
          });
    context.addIssue({ code: 'custom', message: packed(said) });
  })
  .describe(
    'A call field: a name of the catalogue, custom.NAME, ext.PATH, or var.NAME (a response saved by a flow)',
  );
export type FieldRef = z.infer<typeof fieldRefSchema>;

/** The field that a wrong name most likely means; undefined where none is near. */
export function likelyField(name: string): string | undefined {
  if (name.length > 200) return undefined;
  const dot = name.indexOf('.');
  const rest = name.slice(dot + 1);
  if (dot === -1 || rest === '') return closestName(name, callFieldNames);
  // Nobody writes two letters differently in a word of three.
  const root = closestName(name.slice(0, dot), ['custom', 'ext', 'var']);
  return root === undefined ? closestName(name, callFieldNames) : `${root}.${rest}`;
}
