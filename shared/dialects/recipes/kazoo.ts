import type { MappingRecipe } from './recipe.ts';

/**
 * Kazoo, "Blackhole" call events, in both spellings that its versions use (Call-ID, call_id). The leg that
 * rings at an agent's phone goes out from the switch, and names the caller's leg as its other leg.
 */
export const kazoo: MappingRecipe = {
  name: 'kazoo',
  label: 'Kazoo (2600Hz)',
  sources: [
    'https://docs.2600hz.com/supported/applications/blackhole/doc/',
    'https://docs.2600hz.com/events/webhooks/channel-events',
  ],
  notes: ['An agent’s ID is the ID of the Kazoo user who owns the device.'],
  connection: {
    url: 'wss://kazoo.example.com:5556',
    subscribe: {
      action: 'subscribe',
      auth_token: '${token}',
      data: {
        account_id: 'YOUR_ACCOUNT_ID',
        bindings: [
          'call.CHANNEL_CREATE.*',
          'call.CHANNEL_ANSWER.*',
          'call.CHANNEL_BRIDGE.*',
          'call.CHANNEL_HOLD.*',
          'call.CHANNEL_UNHOLD.*',
          'call.CHANNEL_DESTROY.*',
        ],
      },
    },
    signIn: {
      url: 'https://kazoo.example.com:8443/v2/user_auth',
      method: 'PUT',
      body: { data: { credentials: '${password}', account_name: '${user}' } },
      token: '/auth_token',
    },
  },
  expression: `(
  $stages := {
    "CHANNEL_CREATE": "ringing", "CHANNEL_ANSWER": "answered", "CHANNEL_BRIDGE": "bridged",
    "CHANNEL_HOLD": "held", "CHANNEL_UNHOLD": "active", "CHANNEL_DESTROY": "hangup"
  };
  $notTaken := [
    "NO_ANSWER", "ORIGINATOR_CANCEL", "LOSE_RACE", "PICKED_OFF", "USER_BUSY", "CALL_REJECTED"
  ];
  $plain := function($object) {
    $merge($each($object, function($value, $key) { { $lowercase($replace($key, "-", "_")): $value } }))
  };
  $isShort := function($number) { $length($string($number)) <= 6 };
  $call := $plain($exists(data) ? data : args);
  $vars := $plain($call.custom_channel_vars);
  $owner := $exists($vars.owner_id) ? $vars.owner_id : $call.owner_id;
  $rings := $call.call_direction = "outbound";
  $called := $rings or $not($exists($call.request))
    ? $call.callee_id_number : $substringBefore($call.request, "@");
  $isInternal := $exists($call.caller_id_number) and $isShort($call.caller_id_number)
    and $exists($called) and $isShort($called);
  $exists($lookup($stages, name)) and $exists($owner) and $not($call.authorizing_type = "resource") ? {
    "stage": name = "CHANNEL_DESTROY" and $rings and $call.hangup_cause in $notTaken
      ? "missed" : $lookup($stages, name),
    "id": $call.msg_id,
    "time": $call.timestamp ? $number($call.timestamp) - 62167219200 : null,
    "callId": $exists($vars.call_interaction_id) ? $vars.call_interaction_id
      : $rings and $exists($call.other_leg_call_id) ? $call.other_leg_call_id : $call.call_id,
    "callUniqueId": $call.call_id,
    "direction": $isInternal ? "internal" : $rings ? "inbound" : "outbound",
    "callerNumber": $call.caller_id_number,
    "contactName": $rings ? $call.caller_id_name : null,
    "calledNumber": $called,
    "hangupCause": $call.hangup_cause,
    "agent": { "id": $owner }
  }
)`,
  sample: {
    action: 'event',
    name: 'CHANNEL_CREATE',
    data: {
      call_direction: 'outbound',
      call_id: 'af1e1e12f1bcf519a96f2235ab8eeec4',
      other_leg_call_id: 'NDlkNGI3OTZlMDgzNWQxNGYxNTA3NjQ4NDZjNDFkOTc',
      caller_id_name: 'Grace Hopper',
      caller_id_number: '+12025550143',
      callee_id_number: '1004',
      custom_channel_vars: { account_id: '91eb05e5c68d7ca0', owner_id: 'd860229e722bf8f7' },
    },
  },
};
