import type { MappingRecipe } from './recipe.ts';

/**
 * Genesys Cloud, notifications of a user's conversations, in both forms: a participant's state is in the participant, or in
 * its last call. A notification has all participants as they are, without a time of its own.
 */
export const genesysCloud: MappingRecipe = {
  name: 'genesys-cloud',
  label: 'Genesys Cloud',
  sources: [
    'https://github.com/MyPureCloud/platform-client-sdk-java/blob/master/docs/QueueConversationCallEventTopicCallMediaParticipant.md',
    'https://github.com/MyPureCloud/platform-client-sdk-python/blob/master/docs/QueueConversationEventTopicParticipant.md',
  ],
  notes: [
    'Topics `v2.users.ID.conversations.calls` or `v2.users.ID.conversations`. An agent’s ID is the Genesys user ID.',
  ],
  expression: `(
  $stages := {
    "alerting": "ringing", "dialing": "ringing", "contacting": "ringing", "connected": "answered",
    "disconnected": "hangup", "terminated": "hangup"
  };
  $isOurs := function($p) { $p.purpose in ["agent", "user"] };
  $all := [eventBody.participants.(
    $own := $;
    $leg := $exists(calls) ? $merge([calls[-1], { "id": $own.id }]) : $own;
    $merge([$own, $leg, {
      "agentId": $exists($own.user.id) ? $own.user.id : $own.userId,
      "party": $exists($own.address) ? $own.address : $leg.other.addressNormalized,
      "queue": $exists($own.queue.id) ? $own.queue.id : $own.queueId
    }])
  )];
  $customers := $filter($all, function($p) { $p.purpose in ["customer", "external"] });
  $customer := $customers[0];
  $conversation := eventBody.id;
  $contains(topicName, ".conversations") ? [$all[$isOurs($) and $exists(agentId) and $exists($lookup($stages, state))].(
    $me := $;
    $colleague := $filter($all, function($p) { $isOurs($p) and $p.agentId != $me.agentId })[0];
    $number := $exists($customer) ? $customer.party : $colleague.party;
    $isOut := ($exists($customer) ? $customer.direction : direction) = "outbound";
    {
      "stage": state = "connected" and held ? "held"
        : $lookup($stages, state) = "hangup" and $not($exists(connectedTime)) and $not($isOut) ? "missed"
        : $lookup($stages, state),
      "callId": $conversation,
      "callUniqueId": id,
      "direction": $not($exists($customer)) ? "internal" : $isOut ? "outbound" : "inbound",
      "callerNumber": $isOut and $exists($customer) ? null : $number,
      "calledNumber": $isOut and $exists($customer) ? $number : null,
      "contactName": $exists($customer) ? $customer.name : $colleague.name,
      "queueId": queue,
      "hangupCause": disconnectType,
      "agent": { "id": agentId }
    }
  )]
)`,
  sample: {
    topicName: 'v2.users.83a1c1a0-0000-4000-8000-000000000083.conversations.calls',
    version: '2',
    eventBody: {
      id: '5b2f0000-0000-4000-8000-000000000001',
      participants: [
        {
          id: 'p-1',
          purpose: 'customer',
          name: 'Grace Hopper',
          address: 'tel:+12025550143',
          state: 'connected',
          direction: 'inbound',
        },
        {
          id: 'p-2',
          purpose: 'agent',
          address: 'sip:ada@example.com',
          state: 'alerting',
          direction: 'inbound',
          held: false,
          user: { id: '83a1c1a0-0000-4000-8000-000000000083' },
          queue: { id: 'q-5' },
        },
      ],
    },
    metadata: { CorrelationId: 'c-1' },
  },
};
