import type { MappingRecipe } from './recipe.ts';

/** CallRail webhooks: pre-call, call routing complete and post-call. Where the call goes is known from the second on. */
export const callrail: MappingRecipe = {
  name: 'callrail',
  label: 'CallRail',
  sources: [
    'https://support.callrail.com/hc/en-us/articles/5711246459149-Webhooks',
    'https://support.callrail.com/hc/en-us/articles/201211133-Webhooks',
  ],
  notes: [
    'CallRail knows numbers, not agents: an agent’s extension is the telephone number that CallRail forwards to. The pre-call webhook names none, and that a call was answered is told when it is over.',
  ],
  expression: `(
  $number := function($name, $old) { $exists($lookup($$, $name)) ? $lookup($$, $name) : $lookup($$, $old) };
  $to := $number("business_phone_number", "destinationnum");
  $isKnown := $exists($to) and $to != null and $to != "";
  $isOver := answered = true or duration > 0 or voicemail = true;
  $source := source_name;
  $isOut := direction = "outbound";
  $id := $exists(resource_id) ? resource_id : id;
  $stage := $isOver ? (answered = true or $isOut ? "hangup" : "missed") : "ringing";
  $end := $isOver ? $stage;
  $customer := $number("customer_phone_number", "callernum");
  $exists($id) ? [(answered = true ? ["answered", $stage] : $stage).{
    "stage": $,
    "callId": $id,
    "direction": $isOut ? "outbound" : "inbound",
    "callerNumber": $isOut ? null : $customer,
    "calledNumber": $isOut ? $customer : $number("tracking_phone_number", "trackingnum"),
    "callStart": $number("start_time", "datetime"),
    "contactName": $number("customer_name", "callername"),
    "campaignName": $source,
    "agent": $isKnown and $not($ = $end) ? { "extension": $to } : null,
    "scope": $isKnown and $not($ = $end) ? "agent" : "call"
  }]
)`,
  sample: {
    resource_id: 'CALa0000000000000000000000000000001',
    answered: false,
    call_type: 'missed',
    customer_name: 'Grace Hopper',
    customer_phone_number: '+12025550143',
    tracking_phone_number: '+12025550100',
    business_phone_number: '+12025550104',
    direction: 'inbound',
    duration: 0,
    source_name: 'Google Ads',
    start_time: '2026-11-21T09:30:00.000Z',
    voicemail: false,
  },
};
