import { isJsonObject } from '../json/json-value.ts';
import type { CallData } from '../model/call-fields.ts';
import { stageSchema, type Stage } from '../model/stage.ts';
import { fail } from '../result.ts';
import { assembleEvent } from './assemble-event.ts';
import { autoidFields } from './autoid-fields.ts';
import type { DecodeContext, Dialect } from './dialect.ts';
import { topicMeaning } from './feed-setting.ts';
import { mapPayload, payloadMap } from './map-payload.ts';
import { message } from '../text/message.ts';

const map = payloadMap('autoid', autoidFields);

const moments = { begin: 'beginning of the call', end: 'end of the call' } as const;
const ofCall = { scope: 'call', namesNoAgent: true } as const;

export const autoid: Dialect = {
  name: 'autoid',
  label: 'AutoID',
  // Payloads name no event: a webhook is sent at one of two moments.
  events: [
    { name: moments.begin, stages: ['queued', 'ringing'], ...ofCall },
    { name: moments.end, stages: ['hangup', 'missed'], ...ofCall },
  ],
  fields: autoidFields,
  decode(payload, context) {
    if (!isJsonObject(payload)) return fail(message('problem.event.notAnObject'));
    const call = mapPayload(map, payload, context);
    const { fields } = call;
    const moment = momentOf(call, context);
    const stage = stageOf(call, moment, context);
    return assembleEvent(
      {
        call: { ...call, fields: { direction: 'inbound', ...fields } },
        stage,
        scope: 'call',
        system: 'autoid',
        eventName: moment,
        triggerName: moments[moment],
        occurredAt: moment === 'end' ? fields.callEnd : fields.callStart,
        callIdName: '%callid%',
      },
      context,
    );
  },
};

/** From the topic, the settings, or from what only the end of a call can know. */
function momentOf({ fields }: CallData, context: DecodeContext): 'begin' | 'end' {
  const stated = topicMeaning(context) ?? context.feed.moment;
  if (stated === 'begin' || stated === 'end') return stated;
  return fields.callEnd === undefined && fields.callResult === undefined ? 'begin' : 'end';
}

function stageOf({ fields }: CallData, moment: 'begin' | 'end', context: DecodeContext): Stage {
  const byTopic = stageSchema.safeParse(topicMeaning(context));
  if (byTopic.success) return byTopic.data;
  if (moment === 'begin') return context.feed.stage ?? 'queued';
  return fields.callResult === undefined || /^answer/i.test(fields.callResult)
    ? 'hangup'
    : 'missed';
}
