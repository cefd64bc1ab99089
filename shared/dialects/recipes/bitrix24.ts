import type { MappingRecipe } from './recipe.ts';

/** Bitrix24 telephony events, with nested data or with the names that a form gives it (`data[CALL_ID]`). */
export const bitrix24: MappingRecipe = {
  name: 'bitrix24',
  label: 'Bitrix24 telephony',
  sources: [
    'https://dev.1c-bitrix.ru/rest_help/scope_telephony/voximplant/events_voximplant/onvoximplantcallInit.php',
    'https://dev.1c-bitrix.ru/rest_help/scope_telephony/voximplant/events_voximplant/onvoximplantcallstart.php',
    'https://dev.1c-bitrix.ru/rest_help/scope_telephony/voximplant/events_voximplant/onvoximplantcallend.php',
    'https://dev.1c-bitrix.ru/api_help/telephony/codes_and_types.php',
    'https://dev.1c-bitrix.ru/rest_help/scope_telephony/telephony/events_telephone/index.php',
  ],
  notes: [
    'The start of a call names no user: it opens popups only where the source’s events are all for this agent. OnVoximplantCallStart names who answered. An agent’s ID is the Bitrix24 user ID.',
  ],
  feed: { internationalWithoutPlus: true },
  expression: `(
  $field := function($name) { $exists($$.data) ? $lookup($$.data, $name) : $lookup($$, "data[" & $name & "]") };
  $name := $uppercase(event);
  $isOut := $string($field("CALL_TYPE")) = "1";
  $time := ts;
  $code := $exists($field("CALL_FAILED_CODE")) ? $string($field("CALL_FAILED_CODE"));
  $user := $exists($field("USER_ID")) ? $field("USER_ID") : $field("PORTAL_USER_ID");
  $name = "ONVOXIMPLANTCALLINIT" ? {
    "stage": "ringing", "time": $time, "callId": $field("CALL_ID"), "scope": "call",
    "direction": $isOut ? "outbound" : "inbound",
    "callerNumber": $field("CALLER_ID"), "calledNumber": $field("PHONE_NUMBER")
  }
  : $name = "ONVOXIMPLANTCALLSTART" ? {
    "stage": "answered", "time": $time, "callId": $field("CALL_ID"), "agent": { "id": $user }
  }
  : $name = "ONVOXIMPLANTCALLEND" ? {
    "stage": $isOut or $not($exists($code)) or $code = "200" ? "hangup" : "missed", "time": $time,
    "callId": $field("CALL_ID"), "scope": "call", "direction": $isOut ? "outbound" : "inbound",
    "callerNumber": $field($isOut ? "PORTAL_NUMBER" : "PHONE_NUMBER"),
    "calledNumber": $field($isOut ? "PHONE_NUMBER" : "PORTAL_NUMBER"),
    "talkSeconds": $field("CALL_DURATION"), "hangupCause": $field("CALL_FAILED_REASON")
  }
  : $name = "ONEXTERNALCALLSTART" ? {
    "stage": "ringing", "time": $time, "callId": $field("CALL_ID"), "direction": "outbound",
    "calledNumber": $field("PHONE_NUMBER"), "contactCrmId": $field("CRM_ENTITY_ID"),
    "agent": { "id": $user }
  }
)`,
  sample: {
    event: 'ONVOXIMPLANTCALLINIT',
    data: {
      CALL_ID: '8A1F0B1C.1795253400.0000001',
      CALL_TYPE: '2',
      ACCOUNT_SEARCH_ID: 'reg123',
      PHONE_NUMBER: '12025550100',
      CALLER_ID: '12025550143',
    },
    ts: '1795253400',
  },
};
