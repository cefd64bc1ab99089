import type { MappingRecipe } from './recipe.ts';

/** Aircall webhooks. An incoming call has no agent until it rings at one. */
export const aircall: MappingRecipe = {
  name: 'aircall',
  label: 'Aircall',
  sources: [
    'https://developer.aircall.io/docs/webhooks-overview',
    'https://developer.aircall.io/docs/webhooks-overview.md',
  ],
  notes: ['Agents are known by their Aircall user ID and their email address.'],
  feed: { withheldNumbers: ['anonymous'] },
  expression: `(
  $isIn := data.direction = "inbound";
  $stage := $lookup({
    "call.created": $isIn ? "queued" : "ringing",
    "call.ringing_on_agent": "ringing", "call.agent_declined": "missed", "call.answered": "answered",
    "call.hold": "held", "call.unhold": "active",
    "call.transferred": "transferred", "call.external_transferred": "transferred",
    "call.hungup": $isIn and $not($exists(data.answered_at) and data.answered_at != null) ? "missed" : "hangup"
  }, event);
  $user := $stage = "transferred" and $exists(data.transferred_by) ? data.transferred_by : data.user;
  $ofCall := event = "call.hungup" or event = "call.created" and $isIn;
  resource = "call" and $exists($stage) ? {
    "stage": $stage,
    "time": timestamp,
    "callId": data.id,
    "direction": data.direction,
    "callerNumber": $isIn ? data.raw_digits : data.number.digits,
    "calledNumber": $isIn ? data.number.digits : data.raw_digits,
    "queueName": data.number.name,
    "contactId": data.contact.id,
    "contactName": data.contact ? $trim($join([data.contact.first_name, data.contact.last_name], " ")) : null,
    "agent": $ofCall ? null : { "id": $user.id, "email": $user.email, "name": $user.name },
    "scope": $ofCall ? "call" : "agent"
  }
)`,
  sample: {
    resource: 'call',
    event: 'call.ringing_on_agent',
    timestamp: 1795253400,
    data: {
      id: 8123,
      direction: 'inbound',
      status: 'initial',
      started_at: 1795253395,
      answered_at: null,
      ended_at: null,
      raw_digits: '+1 202-555-0143',
      user: { id: 456, name: 'Ada Lovelace', email: 'ada@example.com' },
      contact: { id: 789, first_name: 'Grace', last_name: 'Hopper' },
      number: { id: 12, name: 'Sales', digits: '+1 202-555-0100' },
    },
  },
};
