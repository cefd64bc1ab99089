import { isJsonObject, jsonText } from '../json/json-value.ts';
import type { CallStage } from '../model/stage.ts';
import { fail } from '../result.ts';
import { assembleEvent } from './assemble-event.ts';
import { keptInExt, mapsTo } from './dialect-field.ts';
import type { Dialect, DialectField } from './dialect.ts';
import { topicMeaning } from './feed-setting.ts';
import { mapPayload, payloadMap, plainName } from './map-payload.ts';
import { message } from '../text/message.ts';

/**
 * The eight events of a queue's rules. The manual defines none: Leaving, Processing and Active are read
 * by their names (a member leaves the queue; the agent works on the call; it is being talked).
 */
const stages: Readonly<Record<string, CallStage>> = {
  Joined: 'queued',
  Offering: 'ringing',
  Answered: 'answered',
  Bridged: 'bridged',
  Active: 'active',
  Missed: 'missed',
  Leaving: 'hangup',
  Processing: 'wrapup',
};

const fields: DialectField[] = [
  mapsTo('event', 'event'),
  mapsTo('member_channel_id', 'callId', 'The subscriber’s call ID'),
  mapsTo('agent_channel_id', 'callUniqueId', 'The agent’s call ID'),
  mapsTo('destination', 'customerNumber', 'The subscriber’s number'),
  mapsTo('agent_id', 'agentId'),
  mapsTo('user_id', 'agentCustomId', 'User ID of the agent'),
  mapsTo('agent_name', 'agentName'),
  mapsTo('agent_extension', 'agentExtension'),
  mapsTo('member_id', 'contactId', 'ID of the subscriber'),
  mapsTo('member_name', 'contactName', 'Name of the subscriber'),
  mapsTo('queue_id', 'queueId'),
  mapsTo('queue_name', 'queueName'),
  mapsTo('call_bill_sec', 'talkSeconds'),
  mapsTo('call_duration', 'totalSeconds'),
  keptInExt('attempt_id', 'ID of the attempt to serve the subscriber'),
  keptInExt('channel', 'chat, call or task'),
  keptInExt('use_processing', 'Whether wrap-up follows'),
  keptInExt('cc_attempt_seq', 'Number of the attempt'),
  keptInExt('amd_result', 'HUMAN or MACHINE'),
];
const map = payloadMap('webitel', fields);

export const webitel: Dialect = {
  name: 'webitel',
  label: 'Webitel',
  events: Object.entries(stages).map(([name, stage]) => ({ name, stages: [stage] })),
  fields,
  decode(payload, context) {
    if (!isJsonObject(payload)) return fail(message('problem.event.notAnObject'));
    const call = mapPayload(map, payload, context);
    const named = call.fields.event ?? topicMeaning(context);
    const event = Object.entries(stages).find(
      ([name]) => plainName(name) === plainName(named ?? ''),
    );
    if (event === undefined) {
      return fail(
        named === undefined
          ? message('problem.event.webitelEventMissing')
          : message('problem.event.webitelUnknown', { name: named.slice(0, 60) }),
        'event',
      );
    }
    const attempt = payload['attempt_id'];
    const callId = call.fields.callId ?? (attempt === undefined ? undefined : jsonText(attempt));
    return assembleEvent(
      {
        call: {
          ...call,
          fields: { ...call.fields, ...(callId !== undefined && { callId }) },
        },
        stage: event[1],
        system: 'webitel',
        eventName: event[0],
        callIdName: 'member_channel_id',
      },
      context,
    );
  },
};
