import type { MappingRecipe } from './recipe.ts';

/**
 * sipgate.io, and what speaks its language (the generic CTI of Zammad). One call rings several users at once; the end
 * names none of them.
 */
export const sipgate: MappingRecipe = {
  name: 'sipgate',
  label: 'sipgate.io',
  sources: [
    'https://github.com/sipgate-io/sipgateio-callevents-node',
    'https://github.com/zammad/zammad-documentation/blob/pre-release/api/generic-cti/hangup-event.rst',
  ],
  notes: [
    'An agent’s ID is the full user ID where the request has one (`1234567w0`), else the user’s name as sipgate writes it.',
  ],
  feed: { internationalWithoutPlus: true },
  expression: `(
  $list := function($name) {(
    $plural := $lookup($$, $name & "[]");
    $exists($plural) ? [$plural] : [$lookup($$, $name)]
  )};
  $stages := { "newCall": "ringing", "answer": "answered", "hangup": "hangup" };
  $ids := $list("fullUserId");
  $users := $count($ids) > 0 ? $ids : $list("user");
  $isOut := direction = "out";
  $call := {
    "stage": event = "hangup" and $not($isOut) and cause in ["cancel", "noAnswer", "busy"]
      ? "missed" : $lookup($stages, event),
    "callId": callId,
    "direction": $isOut ? "outbound" : "inbound",
    "callerNumber": from,
    "calledNumber": to,
    "hangupCause": cause,
    "origCallId": origCallId,
    "diversion": diversion
  };
  $exists($lookup($stages, event)) ? (
    event = "hangup" or $count($users) = 0
      ? $merge([$call, { "scope": "call" }])
      : [$users.$merge([$call, { "agent": { "id": $ } }])]
  )
)`,
  sample: {
    event: 'newCall',
    direction: 'in',
    from: '12025550143',
    to: '492111234567',
    callId: '12345678',
    origCallId: '12345678',
    'user[]': ['Ada'],
    'fullUserId[]': ['1234567w0'],
    xcid: '123abc456def789',
  },
};
