import type { SetVariable } from './acefone-variables.ts';

const variable = (key: string, field: string): SetVariable => ({
  key,
  token: { field, as: 'text' },
});

/** Callvoip's twelve keys, in its order. All values are texts; times are milliseconds since 1970. */
export const callvoipVariables: readonly SetVariable[] = [
  variable('com_id', 'sourceTenant'),
  variable('dp_id', 'routeId'),
  variable('dp_in_number', 'routeInNumber'),
  variable('dp_ex_number', 'routeExNumber'),
  variable('callee_number', 'calledNumber'),
  variable('caller_number', 'callerNumber'),
  variable('uuid', 'callId'),
  variable('phonebook_caller_name', 'contactName'),
  variable('event_time', 'eventTime'),
  variable('call_start_time', 'callStart'),
  variable('rta_call_id', 'ext.callvoip.rta_call_id'),
  variable('sip_call_id', 'callUniqueId'),
];

export const callvoipTimes: ReadonlySet<string> = new Set(['event_time', 'call_start_time']);
