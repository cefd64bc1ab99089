import { isJsonObject } from '../json/json-value.ts';
import { stageSchema } from '../model/stage.ts';
import { fail } from '../result.ts';
import { assembleEvent } from './assemble-event.ts';
import { keptInExt, mapsTo } from './dialect-field.ts';
import type { Dialect, DialectField } from './dialect.ts';
import { topicMeaning } from './feed-setting.ts';
import { mapPayload, payloadMap } from './map-payload.ts';
import { message } from '../text/message.ts';

/** The twelve keys of the body. All values are texts. */
const fields: DialectField[] = [
  mapsTo('com_id', 'sourceTenant', 'ID of the company'),
  mapsTo('dp_id', 'routeId', 'ID of the number plan'),
  mapsTo('dp_in_number', 'routeInNumber'),
  mapsTo('dp_ex_number', 'routeExNumber'),
  mapsTo('callee_number', 'calledNumber'),
  mapsTo('caller_number', 'callerNumber', 'Number of the caller, or the SIP account'),
  mapsTo('uuid', 'callId', 'ID of the call in the platform'),
  mapsTo('phonebook_caller_name', 'contactName', 'The caller’s name in the phone book'),
  keptInExt('rta_call_id', 'Old call ID, to be dropped'),
  mapsTo('sip_call_id', 'callUniqueId', 'Call ID of the signalling'),
  mapsTo('event_time', 'eventTime', 'When it happened, in milliseconds since 1970'),
  mapsTo('call_start_time', 'callStart', 'When the call entered the dial plan'),
];
const map = payloadMap('callvoip', fields);

/** The one event there is. */
export const incomingCall = 'incoming call';

export const callvoip: Dialect = {
  name: 'callvoip',
  label: 'Callvoip',
  // One event, unnamed: an incoming call reached the app in the dial plan.
  events: [
    {
      name: incomingCall,
      stages: ['queued', 'ringing'],
      callTypes: ['inbound'],
      namesNoAgent: true,
    },
  ],
  fields,
  decode(payload, context) {
    if (!isJsonObject(payload)) return fail(message('problem.event.notAnObject'));
    const call = mapPayload(map, payload, context);
    const byTopic = stageSchema.safeParse(topicMeaning(context));
    const stage = byTopic.success ? byTopic.data : (context.feed.stage ?? 'queued');
    return assembleEvent(
      {
        call: { ...call, fields: { direction: 'inbound', ...call.fields } },
        stage,
        system: 'callvoip',
        eventName: stage,
        triggerName: incomingCall,
        occurredAt: call.fields.eventTime,
        callIdName: 'uuid',
      },
      context,
    );
  },
};
