import { expect } from 'vitest';
import { acefone } from '../../../../shared/dialects/acefone.ts';
import { acefoneTriggers, inferTrigger } from '../../../../shared/dialects/acefone-triggers.ts';
import type { JsonObject } from '../../../../shared/json/json-value.ts';
import { ruleSchema } from '../../../../shared/model/rule.ts';
import { acefoneVariables } from '../../../../shared/webhooks/acefone-variables.ts';
import { beside, says } from '../../../support/reference-table.ts';
import { firedBy, payloadOf, sentOn } from './acefone-sent.ts';

const dialed = 'Dialed on Agent';
const department = 'Call received on Department';
const hangup = 'Call hangup (Missed or Answered)';
const disposition = 'Disposition Status Updated (Dialer)';
const byCustomer = 'Call answered by Customer (Click to call)';

/** What a call has of a payload. */
function fieldsOf(trigger: string, payload: JsonObject): object {
  const id = payload['uuid'] === undefined && { call_id: 'c' };
  const decoded = acefone.decode(
    { ...id, trigger, ...payload },
    { source: 's', receivedAt: 0, feed: {} },
  );
  const [event] = decoded.ok ? decoded.value : [];
  return event !== undefined && 'call' in event ? event.call.fields : {};
}

const reads = (trigger: string, payload: JsonObject, fields: object) => () =>
  expect(fieldsOf(trigger, payload)).toMatchObject(fields);
const keeps =
  (trigger: string, ...keys: string[]) =>
  () => {
    const [sent, came] = [sentOn(trigger), payloadOf(trigger)];
    for (const key of keys) expect(sent[key], key).toEqual(came[key]);
  };
const isSaved = (name: string, which: object): boolean =>
  ruleSchema.safeParse({
    id: 'r',
    name: 'R',
    when: { trigger: { system: 'acefone', name } },
    which,
    actions: [{ do: 'send', webhook: 'w' }],
  }).success;

/** How each misprint and each contradiction is read. */
const quirks: Readonly<Record<string, () => void>> = {
  '$agent_name" has a stray double quote': reads(
    dialed,
    { 'agent_name"': 'Ada' },
    { agentName: 'Ada' },
  ),
  '$answered_agent{} carries braces, type String and the example John, while $answered_agent is typed Object elsewhere':
    reads('Call answered by Agent', { 'answered_agent{}': 'John' }, { answeredBy: 'John' }),
  'sub_dispositon: no $ and a misspelling': reads(
    disposition,
    { sub_dispositon: 'Interested' },
    { subDisposition: 'Interested' },
  ),
  'customer_no_with_prefix printed without $': reads(
    disposition,
    { customer_no_with_prefix: '+918069010148' },
    { customerNumberIntl: '+918069010148' },
  ),
  'two names for one thing: $customer_number_with_prefix (the five 37-variable hangup triggers) and $customer_no_with_prefix (the other eleven)':
    () => {
      for (const key of ['customer_number_with_prefix', 'customer_no_with_prefix']) {
        reads(hangup, { [key]: '+918069010148' }, { customerNumberIntl: '+918069010148' })();
      }
    },
  '$answer_agent_number instead of $answered_agent_number': reads(
    byCustomer,
    { answer_agent_number: '1004' },
    { agentNumber: '1004' },
  ),
  '$broadcast_id has type STring': keeps(hangup, 'broadcast_id'),
  '$bridged_duration has neither description nor type': keeps(hangup, 'bridged_duration'),
  '$direction announces a list of possible values that is missing from the text; its row is broken over two lines':
    reads(hangup, { direction: 'click_to_call' }, { outboundType: 'click_to_call' }),
  '$first_missed_agent_follow_me_number repeats the text of $first_missed_agent_number': keeps(
    hangup,
    'first_missed_agent_follow_me_number',
    'first_missed_agent_number',
  ),
  '$start_time is described as belonging to the agent; elsewhere to the call': keeps(
    hangup,
    'start_time',
  ),
  "$caller_id_number means the number shown to the customer, the number the client dialled (Dialed on Agent), or the client's own number (Department, Auto Attendant)":
    () => {
      reads(dialed, { caller_id_number: '+918069010148' }, { calledNumber: '+918069010148' })();
      reads(department, { caller_id_number: '+918069010148' }, { callerNumber: '+918069010148' })();
    },
  '$call_to_number means the customer number dialled, the number the client dialled (Department, Auto Attendant), or the destination (Server, Dialed on Agent)':
    () => {
      reads(department, { call_to_number: '+918069010148' }, { calledNumber: '+918069010148' })();
      keeps(dialed, 'call_to_number')();
    },
  'Array in most triggers, String in the two dialer triggers': () => {
    keeps(hangup, 'call_flow')();
    keeps(disposition, 'call_flow')();
  },
  'Array of strings in Dialed on Agent, String elsewhere': () => {
    keeps(dialed, 'ivr_name', 'dept_name')();
    keeps(department, 'ivr_name', 'dept_name')();
  },
  'only variable typed Integer; $dept_id and $auto_attendant_id are String': () => {
    keeps('Call answered on IVR', 'ivr_id')();
    keeps(department, 'dept_id')();
  },
  'notes tie $answered_agent and $call_flow to Call answered by Agent (Hangup) and $missed_agent to Call missed by Agent (Hangup), yet all five tables list all three':
    keeps(hangup, 'answered_agent', 'missed_agent', 'call_flow'),
  'example $answer_stamp (17:56:21) lies before $start_stamp (17:58:44), which equals $end_stamp':
    () =>
      expect(
        firedBy(hangup, {
          ...payloadOf(hangup),
          answer_stamp: '2021-08-09 17:56:21',
          start_stamp: '2021-08-09 17:58:44',
          end_stamp: '2021-08-09 17:58:44',
        }),
      ).toHaveLength(1),
  'example $answer_stamp is in September 2021, start and end are in August; $call_status example is Answered although the call was missed':
    () => {
      const name = 'Call missed by Customer (Click to call)';
      const odd = { answer_stamp: '2021-09-09 17:56:21', call_status: 'Answered' };
      expect(firedBy(name, { ...payloadOf(name), ...odd })).toHaveLength(1);
    },
  'list $answer_stamp and (but for Call missed by Customer) $answered_agent_number and $answered_agent_name':
    keeps('Call missed by Agent (Hangup)', 'answer_stamp', 'answered_agent_number'),
  '$date is said to be date and time but its example is a date only': () =>
    expect(firedBy(department, { ...payloadOf(department), date: '2021-08-09' })).toHaveLength(1),
  '$duration, $outbound_sec and $agent_ring_time: unit stated only for $duration in Disposition Status Updated and Call missed by Customer (seconds)':
    reads(
      hangup,
      { duration: '20', outbound_sec: '20', agent_ring_time: '5' },
      { totalSeconds: '20', outboundSeconds: '20', ringSeconds: '5' },
    ),
  'Array of Strings / Array of strings; Array of Object': keeps(
    hangup,
    'digits_dialed',
    'missed_agent',
  ),
  'dialer triggers have $call_id but no $uuid; Call answered by Customer has $uuid but no $call_id':
    () => {
      reads(disposition, {}, { callId: 'c' })();
      reads(byCustomer, { uuid: 'u' }, { callId: 'u', callUniqueId: 'u' })();
    },
  'no variable names the trigger, so a receiver of several triggers at one URL cannot tell them apart by a variable':
    () => {
      for (const name of ['DTMF Option', dialed, department, disposition]) {
        expect(inferTrigger(payloadOf(name))?.name, name).toBe(name);
      }
    },
  'application/x-www-form-urlencoded is described as HTML-format content': keeps(hangup, 'uuid'),
  'text allows several events per webhook; the form offers a dropdown from which one is chosen':
    () => {
      // A rule for each of its events sends the one webhook.
      for (const name of [hangup, department]) {
        expect(firedBy(name, payloadOf(name)).length, name).toBe(1);
      }
    },
  'trigger covers inbound too, but the only $direction example is click_to_call': () =>
    expect(isSaved('Call answered by Agent', { directions: ['inbound'] })).toBe(true),
  'Inbound and Outbound(Dialer): unclear whether (Dialer) qualifies both; a separate sentence limits both triggers to dialer calls':
    () => {
      expect(isSaved(disposition, { outboundTypes: ['Dialer'] })).toBe(true);
      expect(isSaved(disposition, { outboundTypes: ['Call Broadcast'] })).toBe(false);
    },
};

const texts: Readonly<Record<string, string>> = {
  'the data sent is called response body, request parameters, request variables and response variables in turn':
    'The app calls it body and variables',
  'Active / Disabled / Paused in the description, Enabled / Disabled in the example':
    'The app calls them On, Off and Paused',
  'Agent Status Change and agent status updates appear as examples, but no such trigger exists':
    'Names that an administrator may give',
};

const spelling =
  '(Click to call) and (Click to Call) alternate; Call Answered on IVR alternates with Call answered on IVR; Click to call / Call broadcast in the list, Click to Call / Call Broadcast in the form';

function readsSpellings(): void {
  for (const { name } of acefoneTriggers) {
    expect(isSaved(name.toUpperCase(), {}), name).toBe(true);
    expect(acefoneVariables(name)).not.toEqual([]);
  }
  const payload = { ...payloadOf(hangup), direction: 'click_to_call', broadcast_id: '' };
  for (const type of ['Click to call', 'Click to Call']) {
    expect(firedBy(hangup, payload, { outboundTypes: [type] })).toHaveLength(1);
  }
}

/** Where the manual misprints or contradicts itself, and what it leaves out. */
export const quirkRows = [
  ...Object.entries(quirks).map(([quirk, check]) => says(`quirks › ${quirk}`, check)),
  ...Object.entries(texts).map(([quirk, why]) => beside(`quirks › ${quirk}`, why)),
  says(`quirks › ${spelling}`, readsSpellings),
  beside('notDocumented › *', 'Settings of the webhook, or sent on as it comes'),
];
