import type { JsonObject } from '../json/json-value.ts';
import type { EventScope } from '../model/call-event.ts';
import type { Stage } from '../model/stage.ts';
import { plainName } from './map-payload.ts';

export interface AcefoneTrigger {
  readonly name: string;
  /** `by-status`: `$call_status` tells hangup from missed. */
  readonly stage: Stage | 'by-status';
  readonly scope: EventScope;
  readonly outboundOnly?: true;
}

/** The nineteen triggers of the dropdown. The last three are named there and described nowhere. */
export const acefoneTriggers: readonly AcefoneTrigger[] = [
  { name: 'Call received on Server', stage: 'queued', scope: 'call' },
  { name: 'Call answered on IVR', stage: 'queued', scope: 'call' },
  { name: 'Call answered by Agent', stage: 'answered', scope: 'agent' },
  { name: 'Call hangup (Missed)', stage: 'missed', scope: 'call' },
  { name: 'Call hangup (Answered)', stage: 'hangup', scope: 'call' },
  { name: 'Call hangup (Missed or Answered)', stage: 'by-status', scope: 'call' },
  { name: 'DTMF Option', stage: 'dtmf', scope: 'customer' },
  { name: 'Dialed on Agent', stage: 'ringing', scope: 'agent' },
  { name: 'Call received on Department', stage: 'queued', scope: 'call' },
  { name: 'Call received on Auto Attendant', stage: 'queued', scope: 'call' },
  { name: 'Call answered by Agent (Hangup)', stage: 'hangup', scope: 'agent' },
  { name: 'Call missed by Agent (Hangup)', stage: 'missed', scope: 'agent' },
  {
    name: 'Call answered by Customer (Click to call)',
    stage: 'answered',
    scope: 'customer',
    outboundOnly: true,
  },
  {
    name: 'Call missed by Customer (Click to call)',
    stage: 'missed',
    scope: 'customer',
    outboundOnly: true,
  },
  { name: 'Disposition Status Updated (Dialer)', stage: 'disposition', scope: 'agent' },
  { name: 'Call Connected to Agent (Dialer)', stage: 'answered', scope: 'agent' },
  { name: 'Session Call Answered', stage: 'answered', scope: 'call' },
  { name: 'Call hangup (Missed) (updated)', stage: 'missed', scope: 'call' },
  { name: 'Call hangup (Answered) (updated)', stage: 'hangup', scope: 'call' },
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
