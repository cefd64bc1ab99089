import { z } from 'zod';
import type { JsonObject } from '../json/json-value.ts';
import { issueText } from '../text/message.ts';

/** text: as it came; phone: a number in any spelling; instant: ISO 8601; seconds: a duration. */
export type CallFieldType = 'text' | 'phone' | 'instant' | 'seconds';

interface CallFieldInfo {
  readonly type: CallFieldType;
  /** What people call it. Call Center Studio's label where that system has the field. */
  readonly label: string;
  readonly meaning: string;
  readonly example: string;
  /** True for the 22 call fields of Call Center Studio's Web URLs, in the order of its form. */
  readonly callCenterStudio?: true;
}

const field = (
  label: string,
  meaning: string,
  example: string,
  type: CallFieldType = 'text',
): CallFieldInfo => ({ label, meaning, example, type });

const ccs = (...args: Parameters<typeof field>): CallFieldInfo => ({
  ...field(...args),
  callCenterStudio: true,
});

/**
 * Every field a call can carry, by the name used in configuration files, mappings and filters.
 * Source: the comparison of the five systems (section 3, proposed field names).
 */
export const callFieldCatalogue = {
  agentEmail: ccs('Agent Email', 'Email of the agent', 'ada@example.com'),
  agentId: ccs('Agent ID', 'The agent’s unique ID in the phone system', '83'),
  agentCustomId: ccs('Agent Custom ID', 'The agent’s ID chosen by the company', 'A-83'),
  queueId: ccs('Queue ID', 'ID of the queue', '5'),
  queueName: ccs('Queue Name', 'Name of the queue', 'Sales'),
  callId: ccs('Call ID', 'The ID shared by all legs of a call', 'c-20260314-0007'),
  callUniqueId: ccs('Call Unique ID', 'ID of this leg of the call', 'leg-2'),
  callStart: ccs('Call Date', 'When the call began', '2026-03-14T09:26:53Z', 'instant'),
  callerNumber: ccs('Caller ID', 'Number of the caller', '+31201234567', 'phone'),
  calledNumber: ccs('Called Number', 'Number that was called', '+902121234567', 'phone'),
  contactId: ccs('Contact ID', 'Contact record of a campaign call', '4711'),
  contactCrmId: ccs('Contact CRM ID', 'Key of the contact in the CRM', 'crm-4711'),
  campaignQueueId: ccs('Campaign Queue ID', 'Queue that belongs to the campaign', '12'),
  campaignName: ccs('Campaign Name', 'Name of the campaign', 'Spring offer'),
  campaignListName: ccs('Campaign List Name', 'Name of the campaign’s list', 'Renewals'),
  sessionKey: ccs('Session Key', 'Session key of the agent', 's-9f3'),
  sourceTenant: ccs('Source Tenant', 'Tenant where the call began', 'acme'),
  agentExtension: ccs('Alias', 'Internal (extension) number of the agent', '1004'),
  event: ccs('Event', 'The event as named by the source', 'ringing'),
  customFields: ccs(
    'Custom Fields',
    'All extra columns of the record, as JSON',
    '{"city":"Izmir"}',
  ),
  answeredBy: ccs('Answered By', 'Who or what answered the call', 'agent'),
  disposition: ccs('Disposition', 'Result code the agent sets when a call ends', 'SOLD'),

  stage: field('Stage', 'The event as Ringcue’s stage', 'ringing'),
  direction: field('Direction', 'inbound, outbound or internal', 'inbound'),
  outboundType: field('Outbound type', 'click_to_call, broadcast or dialer', 'click_to_call'),
  eventTime: field('Event time', 'When the event happened', '2026-03-14T09:26:55Z', 'instant'),
  customerNumber: field('Customer number', 'The customer’s number', '0201234567', 'phone'),
  customerNumberIntl: field('Customer number, intl.', 'With country code', '+31201234567', 'phone'),
  contactName: field('Contact name', 'Full name of the contact', 'Grace Hopper'),
  contactFirstName: field('First name', 'First name of the contact', 'Grace'),
  contactMiddleName: field('Middle name', 'Middle name of the contact', 'B.'),
  contactLastName: field('Last name', 'Last name of the contact', 'Hopper'),
  callStartDate: field('Call start date', 'Date part as the source sends it', '2026-03-14'),
  callStartClock: field('Call start time', 'Time part as the source sends it', '09:26:53'),
  callAnswer: field('Answered at', 'When the call was answered', '2026-03-14T09:27:02Z', 'instant'),
  callEnd: field('Ended at', 'When the call ended', '2026-03-14T09:31:40Z', 'instant'),
  callEndDate: field('Call end date', 'Date part as the source sends it', '2026-03-14'),
  callEndClock: field('Call end time', 'Time part as the source sends it', '09:31:40'),
  totalSeconds: field('Duration', 'Seconds from start to end', '287', 'seconds'),
  talkSeconds: field('Talk time', 'Seconds in conversation', '278', 'seconds'),
  outboundSeconds: field('Outbound time', 'Seconds of the outbound leg', '278', 'seconds'),
  ringSeconds: field('Ring time', 'Seconds it rang at the agent', '9', 'seconds'),
  callResult: field('Call result', 'How the call ended', 'answered'),
  connected: field('Connected', 'Whether two sides were connected', 'true'),
  hangupCause: field('Hangup cause', 'Why the call ended', 'NORMAL_CLEARING'),
  subDisposition: field('Sub-disposition', 'Second level of the result code', 'CALLBACK'),
  agentName: field('Agent name', 'Name of the agent', 'Ada Lovelace'),
  agentNumber: field(
    'Agent number',
    'Number on which the agent is reached',
    '+902121110000',
    'phone',
  ),
  missedBy: field('Missed by', 'Agents that did not answer', '1005'),
  firstMissedNumber: field('First missed number', 'First agent number that missed', '1005'),
  firstMissedFollowMe: field(
    'First missed follow-me',
    'Its follow-me number',
    '+905551112233',
    'phone',
  ),
  routeId: field('Route ID', 'IVR, auto attendant or dial plan ID', '31'),
  routeName: field('Route name', 'IVR or auto attendant name', 'Main menu'),
  routeInNumber: field('Route in number', 'Internal number of the dial plan step', '900'),
  routeExNumber: field('Route external number', 'External number of the dial plan', '+31880000000'),
  campaignId: field('Campaign ID', 'ID of the campaign or broadcast', '12'),
  tags: field('Tags', 'Tags of the call', 'vip'),
  dtmf: field('Key pressed', 'The last key pressed', '2'),
  dtmfAll: field('Keys pressed', 'All keys pressed', '2,1'),
  callFlow: field('Call flow', 'The path through the menus, as JSON', '[]'),
  callFlowQuestion: field('Menu question', 'The question played', 'Sales or service?'),
  callFlowAudio: field(
    'Menu audio',
    'URL of the question’s recording',
    'https://example.com/q.mp3',
  ),
  recordingUrl: field('Recording', 'URL of the recording', 'https://example.com/r.mp3'),
  recordingWavUrl: field(
    'Recording (WAV)',
    'URL of the recording as WAV',
    'https://example.com/r.wav',
  ),
  recordingId: field('Recording ID', 'ID of the recording', 'rec-77'),
  note: field('Note', 'What the agent wrote about the call on the desk', 'Calls back on Monday'),
  carrier: field('Carrier', 'Telephone company of the caller', 'KPN'),
} as const satisfies Record<string, CallFieldInfo>;

export type CallFieldName = keyof typeof callFieldCatalogue;

const isFieldName = (name: string): name is CallFieldName =>
  Object.prototype.hasOwnProperty.call(callFieldCatalogue, name);
export const callFieldNames: CallFieldName[] = Object.keys(callFieldCatalogue).filter(isFieldName);
export const isCallFieldName = isFieldName;

/** The 22 call fields of Call Center Studio's form, in its order. */
export const callCenterStudioFields: CallFieldName[] = callFieldNames.filter(
  (name) => 'callCenterStudio' in callFieldCatalogue[name],
);

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
  .refine((name) => isCallFieldName(name) || /^(custom|ext|var)\.[^.].*$/.test(name), {
    message: issueText('problem.field.notACallField'),
  })
  .describe(
    'A call field: a name of the catalogue, custom.NAME, ext.PATH, or var.NAME (a response saved by a flow)',
  );
export type FieldRef = z.infer<typeof fieldRefSchema>;
