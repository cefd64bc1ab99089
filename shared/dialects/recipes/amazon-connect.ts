import type { MappingRecipe } from './recipe.ts';

/**
 * Amazon Connect: contact events (EventBridge) and the agent event stream (Kinesis). A contact that is closed is told by its
 * absence from the agent's snapshot, beside the one before.
 */
export const amazonConnect: MappingRecipe = {
  name: 'amazon-connect',
  label: 'Amazon Connect',
  sources: [
    'https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html',
    'https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-states.html',
    'https://docs.aws.amazon.com/es_es/connect/latest/adminguide/agent-event-stream-model.html',
  ],
  notes: [
    'Neither stream has the customer’s number: a popup gets the contact ID (`callId`), and the CRM looks the contact up. Only the agent event stream says that a contact rings.',
    'An agent’s ID is the last part of the ARN.',
  ],
  expression: `(
  $last := function($arn) { $split($arn, "/")[-1] };
  $way := function($method) { $method in ["OUTBOUND", "EXTERNAL_OUTBOUND", "CALLBACK", "API"] ? "outbound" : "inbound" };
  $isVoice := function($channel) { $not($exists($channel)) or $channel = "VOICE" };
  $field := function($object, $name) {
    $filter($each($object, function($v, $k) { { "k": $lowercase($k), "v": $v } }), function($p) { $p.k = $name }).v
  };
  $states := {
    "CONNECTING": "ringing", "INCOMING": "ringing", "CONNECTED": "answered", "CONNECTED_ONHOLD": "held",
    "MISSED": "missed", "REJECTED": "missed", "ERROR": "missed", "ENDED": "hangup"
  };
  $steps := {
    "INITIATED": "queued", "QUEUED": "queued", "CONNECTED_TO_AGENT": "answered", "DISCONNECTED": "hangup"
  };
  $type := $field(detail, "eventtype");
  $first := $field(detail, "initialcontactid");
  $agentArn := $field($field(detail, "agentinfo"), "agentarn");
  $hasAgent := $exists($agentArn) and $type = "CONNECTED_TO_AGENT";
  $agent := { "id": $last(AgentARN), "name": CurrentAgentSnapshot.Configuration.Username };
  $eventId := EventId;
  $time := EventTimestamp;
  $contact := function($c, $stage) { {
    "stage": $stage, "id": $eventId & "/" & $c.ContactId, "time": $time,
    "callId": $c.InitialContactId ? $c.InitialContactId : $c.ContactId,
    "callUniqueId": $c.ContactId,
    "direction": $way($c.InitiationMethod),
    "queueName": $c.Queue.Name,
    "agent": $agent
  } };
  source = "aws.connect" and $exists($lookup($steps, $type)) and $isVoice($field(detail, "channel")) ? {
    "stage": $lookup($steps, $type), "id": id, "time": time,
    "callId": $first ? $first : $field(detail, "contactid"),
    "callUniqueId": $field(detail, "contactid"),
    "direction": $way($field(detail, "initiationmethod")),
    "queueId": $last($field($field(detail, "queueinfo"), "queuearn")),
    "agent": $hasAgent ? { "id": $last($agentArn) } : null,
    "scope": $hasAgent ? "agent" : "call"
  }
  : EventType = "STATE_CHANGE" ? (
    $now := [CurrentAgentSnapshot.Contacts];
    $open := $now.ContactId;
    $isOffered := function($c) { $isVoice($c.Channel) and $exists($lookup($states, $c.State)) };
    $gone := $filter([PreviousAgentSnapshot.Contacts], function($c) {
      $isVoice($c.Channel) and $not($c.ContactId in $open) and $c.State in ["CONNECTING", "CONNECTED", "CONNECTED_ONHOLD"]
    });
    $append(
      $map($filter($now, $isOffered), function($c) { $contact($c, $lookup($states, $c.State)) }),
      $map($gone, function($c) { $contact($c, "hangup") })
    )
  )
)`,
  sample: {
    AgentARN:
      'arn:aws:connect:us-east-1:111122223333:instance/00000000-0000-4000-8000-000000000001/agent/00000000-0000-4000-8000-000000000083',
    EventId: '11111111-0000-4000-8000-000000000001',
    EventTimestamp: '2026-11-21T09:30:00.000Z',
    EventType: 'STATE_CHANGE',
    CurrentAgentSnapshot: {
      Configuration: { Username: 'ada' },
      Contacts: [
        {
          Channel: 'VOICE',
          ContactId: '22222222-0000-4000-8000-000000000001',
          InitialContactId: '22222222-0000-4000-8000-000000000001',
          InitiationMethod: 'INBOUND',
          State: 'CONNECTING',
          StateStartTimestamp: '2026-11-21T09:30:00.000Z',
          Queue: { ARN: 'arn:aws:connect:us-east-1:111122223333:queue/q5', Name: 'Sales' },
        },
      ],
    },
    PreviousAgentSnapshot: { Configuration: { Username: 'ada' }, Contacts: [] },
  },
};
