import { message, type Message } from '../text/message.ts';
import { ownValue } from '../json/own-value.ts';

/**
 * Vicidial's names for what a call field of ours holds. Source: the "Web Form" chapter of its manager manual.
 * Columns of the list record keep their name, as `custom.NAME`.
 */
const meanings: Readonly<Record<string, string>> = {
  phone: 'callerNumber',
  phone_number: 'callerNumber',
  dialed_number: 'callerNumber',
  lead_id: 'contactId',
  vendor_lead_code: 'contactCrmId',
  vendor_id: 'contactCrmId',
  first_name: 'contactFirstName',
  middle_initial: 'contactMiddleName',
  last_name: 'contactLastName',
  user: 'agentId',
  fullname: 'agentName',
  SIPexten: 'agentExtension',
  campaign: 'campaignId',
  list_name: 'campaignListName',
  group: 'queueName',
  channel_group: 'queueName',
  did_extension: 'calledNumber',
  did_pattern: 'calledNumber',
  call_id: 'callId',
  uniqueid: 'callUniqueId',
  session_id: 'sessionKey',
  epoch: 'callStart|epoch',
  SQLdate: 'callStart|datetime',
  dispo: 'disposition',
  talk_time: 'talkSeconds',
  recording_id: 'recordingId',
  comments: 'note',
};

const columns: ReadonlySet<string> = new Set([
  ...['title', 'address1', 'address2', 'address3', 'city', 'state', 'province', 'postal_code'],
  ...['country_code', 'gender', 'date_of_birth', 'alt_phone', 'email', 'security_phrase'],
  ...['rank', 'owner', 'list_id', 'entry_list_id', 'source_id', 'phone_code', 'gmt_offset_now'],
]);

const start = '--A--';
const end = '--B--';

/** The name in the first `--A--name--B--` of a text. */
export function firstVicidialToken(text: string): string | undefined {
  const from = text.indexOf(start);
  const to = from === -1 ? -1 : text.indexOf(end, from + start.length);
  return to === -1 ? undefined : text.slice(from + start.length, to);
}

function tokenFor(name: string): string | undefined {
  const field = ownValue(meanings, name);
  if (field !== undefined) return `{{${field}}}`;
  return columns.has(name) ? `{{custom.${name}}}` : undefined;
}

/** Why an address with one of Vicidial's tokens cannot be used, and what to write instead. */
export function vicidialProblem(name: string): Message {
  const written = `${start}${name.slice(0, 100)}${end}`;
  const token = tokenFor(name);
  return token === undefined
    ? message('problem.address.vicidialUnknown', { written })
    : message('problem.address.vicidial', { written, token });
}

/** A pasted address with our tokens in the place of Vicidial's. Those without a counterpart stay. */
export function fromVicidial(text: string): string {
  let converted = '';
  let rest = text;
  for (;;) {
    const name = firstVicidialToken(rest);
    if (name === undefined) return converted + rest;
    const from = rest.indexOf(start);
    const to = from + start.length + name.length + end.length;
    converted += rest.slice(0, from) + (tokenFor(name) ?? rest.slice(from, to));
    rest = rest.slice(to);
  }
}
