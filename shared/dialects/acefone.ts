import { isJsonObject, jsonText, type JsonObject } from '../json/json-value.ts';
import type { CallData } from '../model/call-fields.ts';
import { defined } from '../model/defined.ts';
import type { Stage } from '../model/stage.ts';
import { fail } from '../result.ts';
import { acefoneFields } from './acefone-fields.ts';
import { missedAgents } from './acefone-agents.ts';
import {
  acefoneTriggers,
  inferTrigger,
  triggerNamed,
  type AcefoneTrigger,
} from './acefone-triggers.ts';
import { assembleEvent } from './assemble-event.ts';
import type { DecodeContext, Dialect } from './dialect.ts';
import { topicMeaning } from './feed-setting.ts';
import { mapPayload, payloadMap, plainName } from './map-payload.ts';
import { message } from '../text/message.ts';

const map = payloadMap('acefone', acefoneFields);

export const acefone: Dialect = {
  name: 'acefone',
  label: 'Acefone',
  events: acefoneTriggers,
  fields: acefoneFields,
  decode(payload, context) {
    if (!isJsonObject(payload)) return fail(message('problem.event.notAnObject'));
    const call = mapPayload(map, payload, context);
    const named = namedTrigger(payload, context);
    const trigger = named === undefined ? inferTrigger(payload) : triggerNamed(named);
    if (trigger === undefined) {
      return fail(
        message('problem.event.acefoneUnknown', { name: (named ?? '').slice(0, 60) }),
        'trigger',
      );
    }
    const data = readByTrigger(call, trigger, hasBroadcast(payload));
    const stage = stageOf(trigger, data);
    return assembleEvent(
      {
        call: data,
        stage,
        system: 'acefone',
        agents: stage === 'missed' ? missedAgents(payload, context.feed) : undefined,
        place: data.fields.routeId ?? data.fields.queueId,
        scope: trigger.scope,
        eventName: trigger.name,
        occurredAt: timeOf(stage, data),
        timeIsOfCall: data.fields.eventTime === undefined && happensInCall.has(stage),
        callIdName: '$call_id',
      },
      context,
    );
  },
};

/**
 * Acefone's payloads name no trigger. It comes from the source's settings, from a value added to the
 * webhook under the name `trigger`, or else from the variables that only one trigger has.
 */
function namedTrigger(payload: JsonObject, context: DecodeContext): string | undefined {
  const added = Object.entries(payload).find(([key]) => plainName(key) === 'trigger')?.[1];
  return (
    topicMeaning(context) ??
    (added === undefined ? undefined : jsonText(added)) ??
    context.feed.trigger
  );
}

/** Where a trigger covers missed and answered calls, `$call_status` tells which it is. */
function stageOf({ stages }: AcefoneTrigger, { fields }: CallData): Stage {
  const [only, ...others] = stages;
  if (only !== undefined && others.length === 0) return only;
  return /^missed/i.test(fields.callResult ?? '') ? 'missed' : 'hangup';
}

/** Two variables change their meaning with the trigger: caller and called follow from it. */
function readByTrigger(call: CallData, trigger: AcefoneTrigger, isBroadcast: boolean): CallData {
  const { callId, callUniqueId, callerNumber, calledNumber, ...fields } = call.fields;
  const id = callId ?? callUniqueId;
  const stated = fields.direction ?? (isBroadcast ? 'broadcast' : undefined);
  const customer = fields.customerNumberIntl ?? fields.customerNumber;
  const [shown, headed] = [callerNumber, calledNumber];
  // Dialed on Agent: $caller_id_number is the number the client dialled, $call_to_number the agent's leg.
  const isDialed = trigger.name === 'Dialed on Agent';
  const caller = isDialed ? customer : shown;
  const called = isDialed ? (shown ?? headed) : headed;
  const kept = call.ext['acefone'];
  const asSent = {
    ...(fields.direction !== undefined && { direction: fields.direction }),
    ...(headed !== undefined && isDialed && { call_to_number: headed }),
  };
  return {
    ...call,
    ext: { ...call.ext, acefone: { ...(isJsonObject(kept) && kept), ...asSent } },
    fields: {
      ...fields,
      direction: directionOf(stated, trigger),
      ...defined({ outboundType: outboundTypeOf(stated, trigger, isBroadcast) }),
      ...(id !== undefined && { callId: id }),
      ...(callUniqueId !== undefined && { callUniqueId }),
      ...(caller !== undefined && { callerNumber: caller }),
      ...(called !== undefined && { calledNumber: called }),
      // An agent is known by the number that is dialled; there is no agent id.
      ...(fields.agentNumber !== undefined && { agentExtension: fields.agentNumber }),
    },
  };
}

/** Only calls of a broadcast have its id; the direction does not always say so. */
const hasBroadcast = (payload: JsonObject): boolean =>
  Object.entries(payload).some(
    ([key, value]) =>
      plainName(key) === 'broadcastid' && value !== null && value !== '' && value !== '0',
  );

/** The manual's three outbound types, from the direction's own word or from the trigger's name. */
function outboundTypeOf(
  stated: string | undefined,
  { name }: AcefoneTrigger,
  isBroadcast: boolean,
): string | undefined {
  const words = `${stated ?? ''} ${name}`;
  if (/click.to.call/i.test(words)) return 'click_to_call';
  if (/broadcast/i.test(words) || isBroadcast) return 'broadcast';
  return /dialer/i.test(words) ? 'dialer' : undefined;
}

function directionOf(stated: string | undefined, trigger: AcefoneTrigger): string {
  if (stated !== undefined)
    return /click|dialer|broadcast|out/i.test(stated) ? 'outbound' : 'inbound';
  return trigger.callTypes?.includes('inbound') === false ? 'outbound' : 'inbound';
}

/** Of these Acefone tells no time but the call's beginning, and an agent can be dialled twice. */
const happensInCall: ReadonlySet<Stage> = new Set<Stage>(['ringing', 'dtmf', 'disposition']);

function timeOf(stage: Stage, { fields }: CallData): string | undefined {
  if (fields.eventTime !== undefined) return fields.eventTime;
  if (stage === 'hangup' || stage === 'missed') return fields.callEnd;
  return stage === 'answered' ? (fields.callAnswer ?? undefined) : fields.callStart;
}
