import { ownValue } from '../json/own-value.ts';
import { isJsonObject, jsonText } from '../json/json-value.ts';
import { callCenterStudioForm } from '../model/call-fields.ts';
import { stageSchema, type Stage } from '../model/stage.ts';
import { fail } from '../result.ts';
import { assembleEvent } from './assemble-event.ts';
import { mapsTo } from './dialect-field.ts';
import type { Dialect, DialectField } from './dialect.ts';
import { topicMeaning } from './feed-setting.ts';
import { mapPayload, payloadMap, plainName } from './map-payload.ts';
import { message } from '../text/message.ts';

/** The manual names the first three; the list is open, so our own stage names are understood as well. */
const stages: Readonly<Record<string, Stage>> = {
  ringing: 'ringing',
  noanswer: 'missed',
  hangup: 'hangup',
};

const fields: DialectField[] = callCenterStudioForm.map(([name, label]) => mapsTo(label, name));
const map = payloadMap('call-center-studio', fields);

export const callCenterStudio: Dialect = {
  name: 'call-center-studio',
  label: 'Call Center Studio',
  events: Object.entries(stages).map(([name, stage]) => ({ name, stages: [stage] })),
  fields,
  decode(payload, context) {
    if (!isJsonObject(payload)) return fail(message('problem.event.notAnObject'));
    const call = mapPayload(map, payload, context);
    const named = call.fields.event ?? topicMeaning(context) ?? '';
    const stage = stageNamed(named) ?? (named === '' ? context.feed.stage : undefined);
    if (stage === undefined) {
      return named === ''
        ? fail(message('problem.event.noEventNoStage'), 'Event')
        : fail(message('problem.event.unknown', { name: named.slice(0, 60) }), 'Event');
    }
    const id = Object.entries(payload).find(([key]) => plainName(key) === 'eventid')?.[1];
    return assembleEvent(
      {
        call: withCallId(call),
        stage,
        system: 'call-center-studio',
        eventName: named === '' ? stage : named,
        callIdName: 'Call ID',
        ...(id !== undefined && { id: jsonText(id) }),
      },
      context,
    );
  },
};

function stageNamed(name: string): Stage | undefined {
  const known = ownValue(stages, plainName(name));
  const stage = stageSchema.safeParse(plainName(name));
  return known ?? (stage.success ? stage.data : undefined);
}

/** The manual does not tell Call ID and Call Unique ID apart: where only one comes, it is the call's. */
function withCallId<T extends { fields: { callId?: string; callUniqueId?: string } }>(call: T): T {
  const callId = call.fields.callId ?? call.fields.callUniqueId;
  return callId === undefined ? call : { ...call, fields: { ...call.fields, callId } };
}
