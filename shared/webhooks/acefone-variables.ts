import { ownValue } from '../json/own-value.ts';
import { acefoneFields } from '../dialects/acefone-fields.ts';
import { plainName } from '../dialects/map-payload.ts';
import type { FieldRef } from '../model/call-fields.ts';
import type { Token, TokenType } from '../templates/token-text.ts';

/**
 * The variables that Acefone sends with each trigger, by the names receivers know: without the manual's `$`,
 * its misprints put right. Three triggers of the dropdown have no variables in the manual: they carry what
 * the trigger they update does.
 */
const hangup = [
  'uuid',
  'call_to_number',
  'caller_id_number',
  'customer_number_with_prefix',
  'customer_number',
  'answered_agent_number',
  'answered_agent_name',
  'start_stamp',
  'answer_stamp',
  'end_stamp',
  'hangup_cause',
  'billsec',
  'digits_dialed',
  'direction',
  'duration',
  'answered_agent',
  'missed_agent',
  'call_flow',
  'broadcast_lead_fields',
  'recording_url',
  'start_date',
  'start_time',
  'call_connected',
  'broadcast_name',
  'broadcast_id',
  'bridged_duration',
  'call_status',
  'call_id',
  'outbound_sec',
  'agent_ring_time',
  'billing_circle',
  'telecom_operator',
  'telecom_circle',
  'first_missed_agent_number',
  'first_missed_agent_follow_me_number',
  'end_time',
  'aws_call_recording_identifier',
] as const;

const byTrigger: Readonly<Record<string, readonly string[]>> = {
  'Call received on Server': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'call_id',
    'billing_circle',
    'customer_no_with_prefix',
  ],
  'Call answered on IVR': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'ivr_id',
    'ivr_name',
    'call_id',
    'billing_circle',
    'customer_no_with_prefix',
  ],
  'Call answered by Agent': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'answered_agent_number',
    'call_id',
    'billing_circle',
    'call_status',
    'direction',
    'customer_no_with_prefix',
  ],
  'Call hangup (Missed)': hangup,
  'Call hangup (Answered)': hangup,
  'Call hangup (Missed or Answered)': hangup,
  'Call answered by Agent (Hangup)': hangup,
  'Call missed by Agent (Hangup)': hangup,
  'DTMF Option': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'date',
    'digit_pressed',
    'call_id',
    'billing_circle',
    'customer_no_with_prefix',
  ],
  'Dialed on Agent': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'date',
    'call_flow',
    'dept_name',
    'ivr_name',
    'call_id',
    'billing_circle',
    'agent_number',
    'agent_name',
    'customer_no_with_prefix',
  ],
  'Call received on Department': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'date',
    'call_flow',
    'dept_id',
    'dept_name',
    'ivr_name',
    'call_id',
    'billing_circle',
    'customer_no_with_prefix',
  ],
  'Call received on Auto Attendant': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'auto_attendant_id',
    'auto_attendant_name',
    'call_id',
    'billing_circle',
    'customer_no_with_prefix',
  ],
  'Call answered by Customer (Click to call)': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'direction',
    'answer_agent_number',
    'billing_circle',
    'call_status',
    'customer_no_with_prefix',
  ],
  'Call missed by Customer (Click to call)': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'customer_number',
    'start_stamp',
    'answer_stamp',
    'end_stamp',
    'hangup_cause',
    'billsec',
    'direction',
    'duration',
    'answered_agent',
    'call_flow',
    'recording_url',
    'call_status',
    'call_id',
    'billing_circle',
    'aws_call_recording_identifier',
    'customer_no_with_prefix',
  ],
  'Disposition Status Updated (Dialer)': [
    'call_id',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'start_date',
    'start_time',
    'end_stamp',
    'end_date',
    'end_time',
    'direction',
    'duration',
    'call_flow',
    'lead_fields',
    'campaign_name',
    'campaign_id',
    'billing_circle',
    'agent',
    'agent_name',
    'agent_number',
    'disposition',
    'sub_disposition',
    'customer_no_with_prefix',
  ],
  'Call Connected to Agent (Dialer)': [
    'call_id',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'start_date',
    'start_time',
    'direction',
    'call_flow',
    'lead_fields',
    'campaign_name',
    'campaign_id',
    'billing_circle',
    'agent',
    'agent_name',
    'agent_number',
    'customer_no_with_prefix',
  ],
  'Call hangup (Missed) (updated)': hangup,
  'Call hangup (Answered) (updated)': hangup,
  'Session Call Answered': [
    'uuid',
    'call_to_number',
    'caller_id_number',
    'start_stamp',
    'answered_agent_number',
    'call_id',
    'billing_circle',
    'call_status',
    'direction',
    'customer_no_with_prefix',
  ],
};

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
}

/** The variables of a trigger; none for an unknown trigger. */
export const acefoneVariables = (trigger: string): readonly SetVariable[] =>
  (ownValue(byTrigger, trigger) ?? []).map((key) => ({
    key,
    token: { field: fieldOf(key, trigger), as: ownValue(types, key) ?? 'text' },
    own: keptAsSent.has(key)
      ? { field: `ext.acefone.${key}`, as: key === 'direction' ? 'text' : 'json' }
      : undefined,
  }));

/** Where a variable lands when it is read, it comes from when it is sent. */
function fieldOf(key: string, trigger: string): FieldRef {
  // Dialed on Agent: the number the client dialled, and the agent's leg.
  if (trigger === 'Dialed on Agent' && key === 'caller_id_number') return 'calledNumber';
  if (trigger === 'Dialed on Agent' && key === 'call_to_number') return 'agentNumber';
  const field = acefoneFields.find(({ name }) => plainName(name) === plainName(key));
  return field?.to ?? `ext.acefone.${key}`;
}
