import { channelFunctions } from './asterisk-channels.ts';
import type { MappingRecipe } from './recipe.ts';

/**
 * Asterisk REST Interface. Its events do not name the call that a channel belongs to, unless `ari.conf` is told to send
 * the linked id with every channel. Without it a call has the id of the caller's channel; where that is a queue's Local
 * channel, which goes away in the middle of the call, that of the agent's.
 */
export const asteriskAri: MappingRecipe = {
  name: 'asterisk-ari',
  label: 'Asterisk (ARI)',
  sources: [
    'https://rubydoc.info/gems/asterisk-ari-client/Ari/Dial',
    'https://docs.rs/crate/asterisk-ari-client-rs/0.1.3/source/src/models/channels.rs',
    'https://rubydoc.info/gems/asterisk-ari-client/Ari/BridgeBlindTransfer',
    'https://rubydoc.info/gems/asterisk-ari-client/Ari/BridgeAttendedTransfer',
    'https://github.com/blak3r/yaai/issues/24',
  ],
  notes: [
    'Set `channelvars = CHANNEL(linkedid)` in `ari.conf`: then all channels of a call are one call, and hold and transfer are known.',
    'An agent’s extension is the name of the endpoint: `1004-web` for `PJSIP/1004-web-00000061`.',
  ],
  connection: {
    url: 'ws://asterisk.example.com:8088/ari/events?app=ringcue&subscribeAll=true&api_key=${token}',
  },
  expression: `(
  ${channelFunctions}
  $stages := {
    "": "ringing", "RINGING": "ringing", "PROGRESS": "ringing", "ANSWER": "answered",
    "NOANSWER": "missed", "BUSY": "missed", "CANCEL": "missed", "CONGESTION": "missed",
    "CHANUNAVAIL": "missed"
  };
  $linked := function($channel) { $lookup($channel.channelvars, "CHANNEL(linkedid)") };
  $from := $endpoint(caller.name);
  $to := $endpoint(peer.name);
  $isOut := $exists(caller) and $isPhone(caller.name);
  $isIn := $isPhone(peer.name);
  $dialled := $firstNumber([caller.dialplan.exten, $substringBefore(dialstring, "@"), peer.caller.number]);
  $customer := $other([caller.caller.number, caller.connected.number], $to);
  type = "Dial" and $exists($lookup($stages, dialstatus)) and $not($isLocal(peer.name)) and ($isIn or $isOut) ? {
    "stage": $lookup($stages, dialstatus),
    "time": timestamp,
    "callId": $exists($linked(peer)) ? $linked(peer)
      : $exists(caller) and $not($isLocal(caller.name)) ? caller.id : peer.id,
    "callUniqueId": $isIn ? peer.id : caller.id,
    "offerId": $isIn ? peer.id : caller.id,
    "callerNumber": $isOut ? $from : $customer,
    "contactName": $isOut ? null : caller.caller.name,
    "calledNumber": $isOut and $isIn ? $to : $dialled,
    "direction": $isOut ? ($isIn ? "internal" : "outbound") : "inbound",
    "agent": { "extension": $isIn ? $to : $from }
  }
  : type = "ChannelDestroyed" and $not($isLocal(channel.name)) ? (
    $isPhone(channel.name) and $exists($linked(channel)) ? (channel.state in ["Ringing", "Down"] ? [] : {
      "stage": "hangup", "time": timestamp, "callId": $linked(channel), "callUniqueId": channel.id,
      "agent": { "extension": $endpoint(channel.name) }
    })
    : $exists($linked(channel)) = false or $linked(channel) = channel.id ? {
      "stage": "hangup", "time": timestamp, "callId": channel.id, "scope": "call"
    }
  )
  : type in ["ChannelHold", "ChannelUnhold"] and $isPhone(channel.name) and $exists($linked(channel)) ? {
    "stage": type = "ChannelHold" ? "held" : "active",
    "time": timestamp, "callId": $linked(channel), "callUniqueId": channel.id,
    "agent": { "extension": $endpoint(channel.name) }
  }
  : type in ["BridgeBlindTransfer", "BridgeAttendedTransfer"] and result != "Success" ? []
  : type = "BridgeBlindTransfer" and $isPhone(channel.name) and $exists($linked(channel)) ? {
    "stage": "transferred", "time": timestamp, "callId": $linked(channel), "callUniqueId": channel.id,
    "agent": { "extension": $endpoint(channel.name) }
  }
  : type = "BridgeAttendedTransfer" and $isPhone(transfer_target.name) and $exists($linked(transferer_first_leg)) ? (
    $target := $endpoint(transfer_target.name);
    $own := { "time": timestamp, "callUniqueId": transfer_target.id, "agent": { "extension": $target } };
    $call := {
      "callId": $linked(transferer_first_leg), "direction": "inbound", "contactName": transferee.caller.name,
      "callerNumber": $other([transferee.caller.number, transferer_first_leg.connected.number], $target)
    };
    $append(
      ["bridged", "transferred"].$merge([$own, $call, { "stage": $ }]),
      $merge([$own, { "stage": "hangup", "callId": $linked(transferer_second_leg) }])
    )
  )
  : type = "DeviceStateChanged" ? {
    "agentState": device_state.state,
    "agent": { "extension": $substringAfter(device_state.name, "/") }
  }
)`,
  sample: {
    type: 'Dial',
    timestamp: '2026-11-21T09:30:00.000+0000',
    dialstatus: 'RINGING',
    caller: {
      id: '1795253400.12',
      name: 'PJSIP/trunk-0000000b',
      caller: { name: 'Grace Hopper', number: '+12025550143' },
      dialplan: { context: 'sales', exten: '+902125550100', priority: 1 },
    },
    peer: { id: '1795253400.13', name: 'PJSIP/1004-0000000c', state: 'Ringing' },
  },
};
