import { isSameTrigger, triggerInfo } from '../dialects/triggers.ts';
import type { SystemTrigger } from '../dialects/system-trigger.ts';
import type { RuleableEvent } from '../model/call-event.ts';
import type { CallData } from '../model/call-fields.ts';
import type { CallMoment } from '../model/call-moment.ts';
import type { Trigger, When } from '../model/rule-when.ts';
import type { SkipReason } from '../model/skip-reason.ts';
import type { Stage } from '../model/stage.ts';

interface Happened {
  readonly event: RuleableEvent;
  readonly call: CallData;
  /** False when others still ring or talk after this event. */
  readonly isCallOver?: boolean | undefined;
}

/** Why a rule does not wait for an event; undefined where it does. */
export function whenReason(when: When, happened: Happened): SkipReason | undefined {
  const { event } = happened;
  if ('stage' in when) {
    return when.stage === event.stage ? undefined : { code: 'other-stage', waitsFor: when.stage };
  }
  if ('moment' in when) {
    return isMoment(when.moment, happened)
      ? undefined
      : { code: 'other-moment', waitsFor: when.moment };
  }
  return isTriggered(when.trigger, happened)
    ? undefined
    : { code: 'other-trigger', waitsFor: when.trigger.name };
}

/** What each moment can be; a rule runs on the first of a call. */
export const momentStages: Readonly<Record<CallMoment, readonly Stage[]>> = {
  begin: ['queued', 'ringing'],
  end: ['hangup', 'missed'],
};

const isMoment = (moment: CallMoment, { event, isCallOver }: Happened): boolean =>
  momentStages[moment].includes(event.stage) && (moment === 'begin' || isCallOver !== false);

function isTriggered(wanted: Trigger, { event, call }: Happened): boolean {
  const { trigger } = event;
  if (trigger?.system !== wanted.system) {
    const info = triggerInfo(wanted);
    return info !== undefined && meansTheSame(info, event, call);
  }
  if (isSameTrigger(trigger, wanted)) return true;
  const info = triggerInfo(wanted);
  const family = info?.family;
  return (
    info !== undefined &&
    family !== undefined &&
    triggerInfo(trigger)?.family === family &&
    info.stages.includes(event.stage)
  );
}

/** Whether another system's event says what a trigger stands for. */
function meansTheSame(info: SystemTrigger, event: RuleableEvent, call: CallData): boolean {
  const { stages, scope, callTypes, outboundType, passes } = info;
  const { fields } = call;
  const isCustomers = event.scope === 'customer' && event.kind === 'call.state';
  if (!stages.includes(event.stage)) return false;
  if (event.kind === 'call.state' && isCustomers !== (scope === 'customer')) return false;
  if (fields.direction !== undefined && !isTypeIn(callTypes, fields.direction)) return false;
  if (outboundType !== undefined && fields.outboundType !== outboundType) return false;
  if (passes === 'route') return (fields.routeId ?? fields.routeName) !== undefined;
  return passes !== 'queue' || (fields.queueId ?? fields.queueName) !== undefined;
}

const isTypeIn = (types: SystemTrigger['callTypes'], direction: string): boolean =>
  types === undefined || types.some((type) => type === direction);
