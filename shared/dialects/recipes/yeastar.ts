import type { MappingRecipe } from './recipe.ts';

/**
 * Yeastar P-Series. A message has all members of the call as they are at that moment, without id or time: what is as it
 * was before is the same again, and the model leaves it.
 */
export const yeastar: MappingRecipe = {
  name: 'yeastar-p-series',
  label: 'Yeastar P-Series',
  sources: ['https://help.yeastar.com/en/p-series/developer-guide/event-call-status-changed.html'],
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
  $members := [$message.members];
  $in := $members.inbound[0];
  $out := $members.outbound[0];
  $outside := $exists($in) ? $in : $out;
  $calls := $members.extension[member_status in ["ALERT", "ANSWERED"]][0].number;
  $called := $members.extension[member_status in ["RING", "ANSWER"]][0].number;
  type = 30011 ? $append(
    [$members.extension[$exists($lookup($stages, member_status))].{
      "stage": $outside.member_status = "HOLD" and member_status in ["ANSWER", "ANSWERED"]
        ? "held" : $lookup($stages, member_status),
      "callId": $message.call_id,
      "callUniqueId": channel_id,
      "direction": $exists($in) ? "inbound" : $exists($out) ? "outbound" : "internal",
      "callerNumber": $exists($in) ? $in.from : $exists($out) ? $out.from : $calls,
      "calledNumber": $exists($in) ? $in.to : $exists($out) ? $out.to : $called,
      "agent": { "extension": number },
      "callPath": call_path
    }],
    $outside.member_status = "BYE"
      ? [{ "stage": "hangup", "callId": $message.call_id, "scope": "call" }] : []
  )
  : type = 30009 ? { "agentState": $message.status, "agent": { "extension": $message.extension } }
)`,
  sample: {
    type: 30011,
    sn: '3631A2124000',
    msg: '{"call_id":"1648861726.280","members":[{"inbound":{"from":"5503301","to":"2002","trunk_name":"main","channel_id":"PJSIP/trunk-main-000000b5","member_status":"ALERT","call_path":""}},{"extension":{"number":"2002","channel_id":"PJSIP/2002-000000b6","member_status":"RING","call_path":""}}]}',
  },
};
