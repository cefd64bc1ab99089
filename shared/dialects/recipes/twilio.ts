import type { MappingRecipe } from './recipe.ts';

/**
 * Twilio, status callbacks of `<Client>` and `<Sip>`, and the request for a call that comes in. A call that an agent makes
 * is "inbound" to Twilio too; its From tells it apart.
 */
export const twilio: MappingRecipe = {
  name: 'twilio',
  label: 'Twilio (Voice)',
  sources: [
    'https://www.twilio.com/docs/voice/twiml/client.md',
    'https://github.com/twilio/voice-quickstart-objc/issues/28',
    'https://developer.signalwire.com/compatibility-api/guides/signalwire-status-callbacks/voice-status-callbacks',
  ],
  notes: [
    'Ask for `statusCallbackEvent="initiated ringing answered completed"`. An agent’s ID is the client’s identity, or the user of a SIP address.',
    'Calls that are dialled to a telephone number name no agent and are left out.',
  ],
  expression: `(
  $stages := {
    "ringing": "ringing", "in-progress": "answered", "completed": "hangup",
    "busy": "missed", "no-answer": "missed", "canceled": "missed", "failed": "missed"
  };
  $agentOf := function($address) {
    $substringBefore($address, ":") = "client" ? { "id": $substringAfter($address, ":") }
    : $substringBefore($address, ":") = "sip" ?
      { "extension": $substringBefore($substringAfter($address, ":"), "@") }
  };
  $isChild := Direction = "outbound-dial" and $exists(ParentCallSid);
  $makes := $agentOf(From);
  $agent := $isChild ? $agentOf(To) : $makes;
  $isInternal := $isChild and $exists($makes);
  $exists($lookup($stages, CallStatus)) and ($exists($agent) or Direction = "inbound") ? {
    "stage": $not($exists($agent)) ? (CallStatus = "ringing" ? "queued" : CallStatus = "in-progress" ? "queued" : "hangup")
      : $not($isChild) and $lookup($stages, CallStatus) = "missed" ? "hangup" : $lookup($stages, CallStatus),
    "id": $exists(SequenceNumber) ? CallSid & "/" & SequenceNumber : null,
    "time": Timestamp,
    "callId": $isChild ? ParentCallSid : CallSid,
    "callUniqueId": CallSid,
    "direction": $isInternal ? "internal" : $isChild or $not($exists($agent)) ? "inbound" : "outbound",
    "callerNumber": $not($exists($makes)) ? From : $isChild ? ($exists($makes.id) ? $makes.id : $makes.extension),
    "contactName": CallerName,
    "calledNumber": $isChild ? null : To,
    "agent": $agent,
    "scope": $exists($agent) ? "agent" : "call"
  }
)`,
  sample: {
    AccountSid: 'AC00000000000000000000000000000000',
    CallSid: 'CA00000000000000000000000000000002',
    ParentCallSid: 'CA00000000000000000000000000000001',
    From: '+12025550143',
    To: 'client:ada',
    CallStatus: 'ringing',
    Direction: 'outbound-dial',
    Timestamp: 'Sat, 21 Nov 2026 09:30:00 +0000',
    CallbackSource: 'call-progress-events',
    SequenceNumber: '1',
  },
};
