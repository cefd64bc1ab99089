import type { JsonValue } from '../json/json-value.ts';

/** A mapping for a PBX that many have, to start from. */
export interface MappingRecipe {
  readonly name: string;
  readonly label: string;
  /** What the connection needs, in words for docs and editor. */
  readonly connection: {
    readonly url: string;
    readonly subscribe?: JsonValue;
    readonly keepAlive?: { readonly message: JsonValue; readonly seconds: number };
    readonly signIn?: {
      readonly url: string;
      readonly method: 'POST' | 'PUT';
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: JsonValue;
      readonly token: string;
    };
  };
  /** JSONata. */
  readonly expression: string;
  /** A message that rings, in the form the PBX's manual documents. */
  readonly sample: JsonValue;
}

/** Yeastar P-Series, developer guide: "Monitor Events via WebSocket", events 30011 and 30009. */
const yeastar: MappingRecipe = {
  name: 'yeastar-p-series',
  label: 'Yeastar P-Series',
  connection: {
    url: 'wss://pbx.example.com:8088/openapi/v1.0/subscribe?access_token=${token}',
    subscribe: { topic_list: [30011, 30009] },
    keepAlive: { message: 'heartbeat', seconds: 30 },
    signIn: {
      url: 'https://pbx.example.com:8088/openapi/v1.0/get_token',
      method: 'POST',
      headers: { 'User-Agent': 'OpenAPI' },
      body: { username: '${user}', password: '${password}' },
      token: '/access_token',
    },
  },
  expression: `(
  $stages := {
    "ALERT": "ringing", "RING": "ringing", "ANSWER": "answered", "ANSWERED": "answered",
    "HOLD": "held", "BYE": "hangup"
  };
  $message := $json(msg);
  $in := $message.members.inbound;
  $out := $message.members.outbound;
  type = 30011 ? [$message.members.extension.{
    "stage": $lookup($stages, member_status),
    "callId": $message.call_id,
    "callUniqueId": channel_id,
    "direction": $exists($in) ? "inbound" : $exists($out) ? "outbound" : "internal",
    "callerNumber": $exists($in) ? $in[0].from : $exists($out) ? $out[0].from : null,
    "calledNumber": $exists($in) ? $in[0].to : $exists($out) ? $out[0].to : null,
    "agent": { "extension": number },
    "callPath": call_path
  }]
  : type = 30009 ? { "agentState": $message.status, "agent": { "extension": $message.extension } }
)`,
  sample: {
    type: 30011,
    sn: '3631A2124000',
    msg: '{"call_id":"1648861726.280","members":[{"inbound":{"from":"5503301","to":"2002","trunk_name":"main","channel_id":"PJSIP/trunk-main-000000b5","member_status":"ALERT","call_path":""}},{"extension":{"number":"2002","channel_id":"PJSIP/2002-000000b6","member_status":"RING","call_path":""}}]}',
  },
};

/**
 * Kazoo, "Blackhole" call events, in both spellings that its versions use (Call-ID, call_id). The leg that
 * rings at an agent's phone goes out from the switch, and names the caller's leg as its other leg.
 */
const kazoo: MappingRecipe = {
  name: 'kazoo',
  label: 'Kazoo (2600Hz)',
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
  $plain := function($object) {
    $merge($each($object, function($value, $key) { { $lowercase($replace($key, "-", "_")): $value } }))
  };
  $call := $plain($exists(data) ? data : args);
  $vars := $plain($call.custom_channel_vars);
  $rings := $call.call_direction = "outbound";
  $exists($lookup($stages, name)) and $exists($vars.owner_id) ? {
    "stage": $lookup($stages, name),
    "time": $call.timestamp ? $number($call.timestamp) - 62167219200 : null,
    "callId": $exists($call.other_leg_call_id) ? $call.other_leg_call_id : $call.call_id,
    "callUniqueId": $call.call_id,
    "direction": $rings ? "inbound" : "outbound",
    "callerNumber": $call.caller_id_number,
    "contactName": $call.caller_id_name,
    "calledNumber": $call.callee_id_number,
    "agent": { "id": $vars.owner_id }
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

/** Asterisk REST Interface, events Dial, ChannelDestroyed and DeviceStateChanged. */
const asterisk: MappingRecipe = {
  name: 'asterisk-ari',
  label: 'Asterisk (ARI)',
  connection: {
    url: 'ws://asterisk.example.com:8088/ari/events?app=ringcue&subscribeAll=true&api_key=${token}',
  },
  expression: `(
  $extension := function($name) { $match($name, /^[^\\/]+\\/([^-@]+)/).groups[0] };
  $stages := {
    "": "ringing", "RINGING": "ringing", "PROGRESS": "ringing", "ANSWER": "answered",
    "NOANSWER": "missed", "BUSY": "missed", "CANCEL": "missed", "CONGESTION": "missed",
    "CHANUNAVAIL": "missed"
  };
  type = "Dial" ? {
    "stage": $lookup($stages, dialstatus),
    "time": timestamp,
    "callId": $exists(caller) ? caller.id : peer.id,
    "callUniqueId": peer.id,
    "offerId": peer.id,
    "callerNumber": caller.caller.number,
    "contactName": caller.caller.name,
    "calledNumber": caller.dialplan.exten,
    "direction": "inbound",
    "agent": { "extension": $extension(peer.name) }
  }
  : type = "ChannelDestroyed" ? {
    "stage": "hangup", "time": timestamp, "callId": channel.id, "callUniqueId": channel.id
  }
  : type = "DeviceStateChanged" ? {
    "agentState": device_state.state, "agent": { "extension": $extension(device_state.name) }
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

export const mappingRecipes: readonly MappingRecipe[] = [yeastar, kazoo, asterisk];
