import { channelFunctions } from './asterisk-channels.ts';
import type { MappingRecipe } from './recipe.ts';

/**
 * Asterisk Manager Interface, events as JSON objects with the names of the manual, in any case. A queue that calls its
 * agents through Local channels tells each ring twice: only the one at the phone counts.
 */
export const asteriskAmi: MappingRecipe = {
  name: 'asterisk-ami',
  label: 'Asterisk (AMI)',
  sources: [
    'https://docs.asterisk.org/Asterisk_20_Documentation/API_Documentation/AMI_Events/AgentCalled',
    'https://docs.asterisk.org/Asterisk_20_Documentation/API_Documentation/AMI_Events/AgentConnect/',
    'https://docs.asterisk.org/Asterisk_16_Documentation/API_Documentation/AMI_Events/QueueCallerJoin',
    'https://docs.asterisk.org/Asterisk_16_Documentation/API_Documentation/AMI_Events/DialEnd',
    'https://pastebin.com/tWuwL7xa',
  ],
  notes: [
    'Set `timestampevents = yes` in `manager.conf`, so that events have a time.',
    'An agent’s extension is the name of the endpoint: `1004-web` for `PJSIP/1004-web-00000061`.',
  ],
  expression: `(
  ${channelFunctions}
  $e := $merge($each($, function($value, $key) { { $lowercase($key): $value } }));
  $isIn := $isPhone($e.destchannel);
  $isOut := $isPhone($e.channel);
  $from := $endpoint($e.channel);
  $to := $endpoint($e.destchannel);
  $customer := $other([$e.calleridnum, $e.connectedlinenum, $e.destconnectedlinenum], $to);
  $name := $e.calleridname != "<unknown>" ? $e.calleridname : null;
  $offer := function($stage) { {
    "stage": $stage, "time": $e.timestamp, "callId": $e.linkedid,
    "callUniqueId": $isIn ? $e.destuniqueid : $e.uniqueid,
    "offerId": $isIn ? $e.destuniqueid : $e.uniqueid,
    "direction": $isOut ? ($isIn ? "internal" : "outbound") : "inbound",
    "callerNumber": $isOut ? $from : $customer,
    "contactName": $isOut ? null : $name,
    "calledNumber": $isOut and $isIn ? $to : $firstNumber([$e.exten, $e.destcalleridnum]),
    "queueName": $e.queue,
    "agent": { "extension": $isIn ? $to : $from }
  } };
  $phone := function($stage, $channel, $unique) { {
    "stage": $stage, "time": $e.timestamp, "callId": $e.linkedid, "callUniqueId": $unique,
    "agent": { "extension": $endpoint($channel) }
  } };
  $stages := {
    "DialBegin": "ringing", "AgentCalled": "ringing", "AgentConnect": "answered", "AgentRingNoAnswer": "missed",
    "DialEnd": $e.dialstatus = "ANSWER" ? "answered" : "missed"
  };
  $exists($lookup($stages, $e.event)) ? (
    $not($isLocal($e.destchannel)) and ($isIn or $isOut) ? $offer($lookup($stages, $e.event))
  )
  : $e.event = "QueueCallerJoin" ? {
    "stage": "queued", "time": $e.timestamp, "callId": $e.linkedid, "scope": "call", "direction": "inbound",
    "callerNumber": $e.calleridnum, "contactName": $name, "queueName": $e.queue
  }
  : $e.event in ["Hold", "Unhold"] and $isOut ?
    $phone($e.event = "Hold" ? "held" : "active", $e.channel, $e.uniqueid)
  : $e.event = "Hangup" ? (
    $isOut ? ($e.channelstatedesc in ["Ringing", "Down"] ? [] : $phone("hangup", $e.channel, $e.uniqueid))
    : $e.uniqueid = $e.linkedid and $not($isLocal($e.channel)) ? {
      "stage": "hangup", "time": $e.timestamp, "callId": $e.linkedid, "scope": "call"
    }
  )
  : $e.event in ["BlindTransfer", "AttendedTransfer"] and $e.result != "Success" ? []
  : $e.event = "BlindTransfer" and $isPhone($e.transfererchannel) ? {
    "stage": "transferred", "time": $e.timestamp, "callId": $e.transfererlinkedid,
    "callUniqueId": $e.transfereruniqueid, "agent": { "extension": $endpoint($e.transfererchannel) }
  }
  : $e.event = "AttendedTransfer" and $isPhone($e.transfertargetchannel) ? [["bridged", "transferred"].{
    "stage": $, "time": $e.timestamp, "callId": $e.origtransfererlinkedid,
    "callUniqueId": $e.transfertargetuniqueid, "direction": "inbound",
    "callerNumber": $other([$e.transfereecalleridnum, $e.origtransfererconnectedlinenum],
      $endpoint($e.transfertargetchannel)),
    "agent": { "extension": $endpoint($e.transfertargetchannel) }
  }, {
    "stage": "hangup", "time": $e.timestamp, "callId": $e.secondtransfererlinkedid,
    "callUniqueId": $e.transfertargetuniqueid, "agent": { "extension": $endpoint($e.transfertargetchannel) }
  }]
)`,
  sample: {
    Event: 'DialBegin',
    Timestamp: '1795253400.123456',
    Channel: 'PJSIP/trunk-0000000b',
    CallerIDNum: '+12025550143',
    CallerIDName: 'Grace Hopper',
    ConnectedLineNum: '<unknown>',
    Exten: '+902125550100',
    Uniqueid: '1795253400.12',
    Linkedid: '1795253400.12',
    DestChannel: 'PJSIP/1004-0000000c',
    DestCallerIDNum: '1004',
    DestUniqueid: '1795253400.13',
    DestLinkedid: '1795253400.12',
  },
};
