import type { MappingRecipe } from './recipe.ts';

/**
 * FreeSWITCH, events as JSON: mod_callcenter for queues, channel events for direct calls. A leg that a queue makes is told
 * by the queue; of its channel events only hold counts.
 */
export const freeswitch: MappingRecipe = {
  name: 'freeswitch',
  label: 'FreeSWITCH (mod_callcenter)',
  sources: [
    'https://rts.cn/freeswitch/FreeSWITCH-Explained/Modules/mod_callcenter_1049389',
    'https://asterisk-pbx.ru/wiki/freeswitch/mod/mod_callcenter',
  ],
  notes: [
    'Events of the event socket in the format `json`: `CUSTOM callcenter::info`, `CHANNEL_PROGRESS`, `CHANNEL_PROGRESS_MEDIA`, `CHANNEL_ANSWER`, `CHANNEL_HOLD`, `CHANNEL_UNHOLD` and `CHANNEL_HANGUP_COMPLETE`.',
  ],
  expression: `(
  $field := function($name) { $lookup($$, $name) };
  $user := function($name) { $substringBefore($name, "@") };
  $time := $field("Event-Date-Timestamp");
  $action := $field("CC-Action");
  $queueStages := {
    "member-queue-start": "queued", "agent-offering": "ringing", "bridge-agent-start": "answered",
    "bridge-agent-fail": "missed", "bridge-agent-end": "hangup", "member-queue-end": "hangup"
  };
  $ofAgent := $exists($field("CC-Agent")) and $action != "member-queue-end" and $action != "member-queue-start";
  $channelStages := {
    "CHANNEL_PROGRESS": "ringing", "CHANNEL_PROGRESS_MEDIA": "ringing", "CHANNEL_ANSWER": "answered",
    "CHANNEL_HOLD": "held", "CHANNEL_UNHOLD": "active", "CHANNEL_HANGUP_COMPLETE": "hangup"
  };
  $event := $field("Event-Name");
  $rings := $field("Call-Direction") = "outbound";
  $phone := $rings ? $field("variable_dialed_user") : $field("variable_user_name");
  $ofQueue := $field("variable_cc_member_session_uuid");
  $isShort := function($number) { $exists($number) and $length($number) <= 6 };
  $isInternal := $isShort($field("Caller-Caller-ID-Number")) and $isShort($field("Caller-Destination-Number"));
  $cause := $field("Hangup-Cause");
  $isUnanswered := $string($field("Caller-Channel-Answered-Time")) = "0" or $cause in [
    "NO_ANSWER", "NO_USER_RESPONSE", "ALLOTTED_TIMEOUT", "ORIGINATOR_CANCEL", "LOSE_RACE", "PICKED_OFF", "USER_BUSY",
    "CALL_REJECTED"
  ];
  $exists($lookup($queueStages, $action)) ? {
    "stage": $lookup($queueStages, $action), "time": $time,
    "callId": $field("CC-Member-Session-UUID"),
    "direction": "inbound",
    "callerNumber": $field("CC-Member-CID-Number"),
    "contactName": $field("CC-Member-CID-Name"),
    "queueName": $user($field("CC-Queue")),
    "hangupCause": $field("CC-Hangup-Cause"),
    "agent": $ofAgent ? { "extension": $user($field("CC-Agent")) } : null,
    "scope": $ofAgent ? "agent" : "call"
  }
  : $action = "agent-status-change" ? {
    "agentState": $field("CC-Agent-Status"), "agent": { "extension": $user($field("CC-Agent")) }
  }
  : $exists($ofQueue) and $exists($phone) and $event in ["CHANNEL_HOLD", "CHANNEL_UNHOLD"] ? {
    "stage": $lookup($channelStages, $event), "time": $time, "callId": $ofQueue,
    "agent": { "extension": $phone }
  }
  : $not($exists($ofQueue)) and $exists($phone) and $exists($lookup($channelStages, $event)) ? {
    "stage": $event = "CHANNEL_HANGUP_COMPLETE" and $rings and $isUnanswered
      ? "missed" : $lookup($channelStages, $event),
    "time": $time,
    "callId": $field("Channel-Call-UUID"),
    "callUniqueId": $field("Unique-ID"),
    "direction": $isInternal ? "internal" : $rings ? "inbound" : "outbound",
    "callerNumber": $rings ? $field("Caller-Caller-ID-Number") : $phone,
    "contactName": $rings ? $field("Caller-Caller-ID-Name") : null,
    "calledNumber": $field("Caller-Destination-Number"),
    "hangupCause": $cause,
    "agent": { "extension": $phone }
  }
)`,
  sample: {
    'Event-Name': 'CUSTOM',
    'Event-Subclass': 'callcenter::info',
    'Event-Date-Timestamp': '1795253400123456',
    'CC-Queue': 'support@default',
    'CC-Action': 'agent-offering',
    'CC-Agent': '1004@default',
    'CC-Agent-Type': 'callback',
    'CC-Member-UUID': '453324f8-3424-4322-4242362fd23d',
    'CC-Member-Session-UUID': 'b77c49c2-a732-11df-9438-e7d9456f8886',
    'CC-Member-CID-Name': 'Grace Hopper',
    'CC-Member-CID-Number': '+12025550143',
  },
};
