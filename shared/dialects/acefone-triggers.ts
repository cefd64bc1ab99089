import type { JsonObject } from '../json/json-value.ts';
import type { EventScope } from '../model/call-event.ts';
import { plainName } from './map-payload.ts';
import type { SystemTrigger } from './system-trigger.ts';

export interface AcefoneTrigger extends SystemTrigger {
  readonly scope: EventScope;
}

const inbound = { callTypes: ['inbound'] } as const;
const outbound = { callTypes: ['outbound'], outboundType: 'click_to_call' } as const;
const both = { callTypes: ['inbound', 'outbound'] } as const;
const dialer = { ...both, outboundType: 'dialer' } as const;
/** A call's end under five names: each payload tells by its status which of them it is. */
const ending = { scope: 'call', family: 'Call hangup' } as const;
const missed = { ...ending, stages: ['missed'], namesNoAgent: true } as const;
const answered = { ...ending, stages: ['hangup'] } as const;
const waiting = { stages: ['queued'], scope: 'call', namesNoAgent: true } as const;

/** The nineteen triggers of the dropdown. The last three are named there and described nowhere. */
export const acefoneTriggers: readonly AcefoneTrigger[] = [
  { name: 'Call received on Server', ...waiting, ...inbound },
  { name: 'Call answered on IVR', ...waiting, ...both, passes: 'route' },
  { name: 'Call answered by Agent', stages: ['answered'], scope: 'agent', ...both },
  { name: 'Call hangup (Missed)', ...missed, ...both, deprecated: true },
  { name: 'Call hangup (Answered)', ...answered, ...both, deprecated: true },
  {
    name: 'Call hangup (Missed or Answered)',
    ...ending,
    ...both,
    stages: ['missed', 'hangup'],
    namesNoAgent: true,
  },
  { name: 'DTMF Option', stages: ['dtmf'], scope: 'customer', ...both, namesNoAgent: true },
  { name: 'Dialed on Agent', stages: ['ringing'], scope: 'agent', ...inbound },
  { name: 'Call received on Department', ...waiting, ...inbound, passes: 'queue' },
  { name: 'Call received on Auto Attendant', ...waiting, ...inbound, passes: 'route' },
  { name: 'Call answered by Agent (Hangup)', stages: ['hangup'], scope: 'agent', ...inbound },
  { name: 'Call missed by Agent (Hangup)', stages: ['missed'], scope: 'agent', ...inbound },
  {
    name: 'Call answered by Customer (Click to call)',
    stages: ['answered'],
    scope: 'customer',
    ...outbound,
  },
  {
    name: 'Call missed by Customer (Click to call)',
    stages: ['missed'],
    scope: 'customer',
    ...outbound,
  },
  {
    name: 'Disposition Status Updated (Dialer)',
    stages: ['disposition'],
    scope: 'agent',
    ...dialer,
  },
  { name: 'Call Connected to Agent (Dialer)', stages: ['answered'], scope: 'agent', ...dialer },
  { name: 'Session Call Answered', stages: ['answered'], scope: 'call', namesNoAgent: true },
  { name: 'Call hangup (Missed) (updated)', ...missed },
  { name: 'Call hangup (Answered) (updated)', ...answered },
];

/** By name, however its brackets, case and "(Deprecated)" are written. */
export function triggerNamed(name: string): AcefoneTrigger | undefined {
  const wanted = plainName(name.replace(/\(deprecated\)/i, ''));
  return acefoneTriggers.find((trigger) => plainName(trigger.name) === wanted);
}

/**
 * Variables that tell a trigger, the most telling first. Where several hangup triggers carry the same 37
 * variables, the one that covers all is meant: `$call_status` then tells hangup from missed.
 */
const signs: readonly (readonly [variable: string, trigger: string])[] = [
  ['digitpressed', 'DTMF Option'],
  ['disposition', 'Disposition Status Updated (Dialer)'],
  ['billsec', 'Call hangup (Missed or Answered)'],
  ['hangupcause', 'Call hangup (Missed or Answered)'],
  ['campaignid', 'Call Connected to Agent (Dialer)'],
  ['autoattendantid', 'Call received on Auto Attendant'],
  ['deptid', 'Call received on Department'],
  ['agentnumber', 'Dialed on Agent'],
  ['answeragentnumber', 'Call answered by Customer (Click to call)'],
  ['answeredagentnumber', 'Call answered by Agent'],
  ['ivrid', 'Call answered on IVR'],
  ['endstamp', 'Call hangup (Missed or Answered)'],
];

export function inferTrigger(payload: JsonObject): AcefoneTrigger | undefined {
  const names = new Set(Object.keys(payload).map(plainName));
  const sign = signs.find(([variable]) => names.has(variable));
  return triggerNamed(sign?.[1] ?? 'Call received on Server');
}
