import type { MappingRecipe } from './recipe.ts';

/**
 * NethVoice CTI, the event `extenUpdate`: an extension with the conversations it has now. That one is over is told by its
 * absence, so the id of an extension's calls is the extension; a new ring after the end begins a new call under it.
 */
export const nethvoice: MappingRecipe = {
  name: 'nethvoice',
  label: 'NethVoice (extenUpdate)',
  sources: [
    'https://github.com/nethesis/phone-island/blob/main/src/types/conversation.ts',
    'http://api.nethesis.it/nethcti-v3/classes/com_nethcti_ws.html#event_extenUpdate',
  ],
  notes: [
    'The Socket.IO packet `42["extenUpdate",{…}]` as it comes, its array, or the array’s second item alone.',
    'The IDs of the call in the telephone switch are in `ext.linkedId` and `ext.uniqueId`.',
  ],
  expression: `(
  $packet := [$];
  $data := event = "extenUpdate" ? data : $packet[0] = "extenUpdate" ? $packet[1] : $;
  $isShort := function($number) { $length($number) <= 6 };
  $exists($data.exten) and $type($data.conversations) = "object" ? (
    $talks := $each($data.conversations, function($one) { $one });
    $count($talks) = 0 ? (
      $data.status = "online" ? {
        "stage": "hangup", "callId": $data.exten, "agent": { "extension": $data.exten }
      }
    )
    : [$talks.{
      "stage": connected ? ($data.status = "onhold" ? "held" : "answered") : "ringing",
      "callId": $data.exten,
      "direction": $not(throughTrunk) and $not(throughQueue) and $isShort(counterpartNum)
        ? "internal" : direction = "in" ? "inbound" : "outbound",
      "callerNumber": direction = "in" ? counterpartNum : $data.exten,
      "calledNumber": direction = "in" ? $data.exten : counterpartNum,
      "callUniqueId": id,
      "contactName": counterpartName = counterpartNum ? null : counterpartName,
      "queueId": queueId,
      "agent": { "extension": $data.exten },
      "linkedId": linkedId,
      "uniqueId": uniqueId,
      "username": $data.username
    }]
  )
)`,
  sample: [
    'extenUpdate',
    {
      exten: '1004',
      username: 'ada',
      status: 'ringing',
      conversations: {
        'PJSIP/trunk-000002f4>PJSIP/1004-000002f5': {
          id: 'PJSIP/trunk-000002f4>PJSIP/1004-000002f5',
          owner: '1004',
          linkedId: '1795253400.14',
          uniqueId: '1795253400.15',
          connected: false,
          direction: 'in',
          throughQueue: false,
          throughTrunk: true,
          counterpartNum: '+12025550143',
          counterpartName: 'Grace Hopper',
        },
      },
    },
  ],
};
