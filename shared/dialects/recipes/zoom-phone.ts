import type { MappingRecipe } from './recipe.ts';

/** Zoom Phone webhooks: callee events for who is rung, caller events for who calls. Both sides of an internal call have theirs. */
export const zoomPhone: MappingRecipe = {
  name: 'zoom-phone',
  label: 'Zoom Phone',
  sources: [
    'https://zoom.github.io/rivet-javascript/types/Phone.PhoneCalleeRingingEvent.html',
    'https://zoom.github.io/rivet-javascript/types/Phone.PhoneCalleeAnsweredEvent.html',
    'https://developers.zoom.us/docs/phone/call-data.md',
  ],
  notes: ['Agents are known by their Zoom user ID and their extension.'],
  expression: `(
  $stages := {
    "callee_ringing": "ringing", "callee_answered": "answered", "callee_missed": "missed", "callee_rejected": "missed",
    "callee_ended": "hangup", "callee_hold": "held", "callee_unhold": "active",
    "caller_ringing": "ringing", "caller_connected": "answered", "caller_ended": "hangup",
    "caller_hold": "held", "caller_unhold": "active"
  };
  $name := $substringAfter(event, "phone.");
  $call := payload.object;
  $isIn := $substringBefore($name, "_") = "callee";
  $me := $isIn ? $call.callee : $call.caller;
  $other := $isIn ? $call.caller : $call.callee;
  $number := function($party) { $party.phone_number ? $party.phone_number : $string($party.extension_number) };
  $isUser := $exists($me.user_id) or $me.extension_type = "user";
  $exists($lookup($stages, $name)) and $isUser ? {
    "stage": $lookup($stages, $name),
    "time": event_ts,
    "callId": $call.call_id,
    "direction": $other.extension_type = "user" ? "internal" : $isIn ? "inbound" : "outbound",
    "callerNumber": $isIn ? $number($other) : $string($me.extension_number),
    "calledNumber": $isIn ? $number($me) : $number($other),
    "contactName": $other.name,
    "queueName": $call.forwarded_by.extension_type = "callQueue" ? $call.forwarded_by.name : null,
    "hangupCause": $call.handup_result,
    "agent": { "id": $me.user_id, "extension": $me.extension_number }
  }
)`,
  sample: {
    event: 'phone.callee_ringing',
    event_ts: 1795253400123,
    payload: {
      account_id: 'TQTvjT52Tmi_example',
      object: {
        call_id: '6998252113337041462',
        caller: {
          phone_number: '+12025550143',
          name: 'Grace Hopper',
          connection_type: 'pstn_off_net',
        },
        callee: {
          extension_type: 'user',
          extension_number: 1004,
          phone_number: '+12025550100',
          user_id: 'DnEopNmXQEexample',
          device_type: 'MAC_Client',
          connection_type: 'voip',
        },
        ringing_start_time: '2026-11-21T09:30:00Z',
      },
    },
  },
};
