import type { MappingRecipe } from './recipe.ts';

/** Dialpad call events. A call that rings at several users has a leg for each, which names the one that came in. */
export const dialpad: MappingRecipe = {
  name: 'dialpad',
  label: 'Dialpad',
  sources: ['https://developers.dialpad.com/docs/call-events'],
  notes: ['Agents are known by their Dialpad user ID and their email address.'],
  expression: `(
  $isUser := target.type = "user";
  $stages := {
    "calling": "ringing", "ringing": "ringing", "connected": "answered", "hold": "held", "parked": "held",
    "hangup": "hangup", "missed": "missed", "queued": "queued"
  };
  $stage := $lookup($stages, state);
  $exists($stage) ? {
    "stage": $isUser ? $stage : $stage in ["hangup", "missed"] ? $stage : "queued",
    "time": event_timestamp,
    "callId": entry_point_call_id ? entry_point_call_id : master_call_id ? master_call_id : call_id,
    "callUniqueId": call_id,
    "direction": is_internal ? "internal" : direction,
    "callerNumber": direction = "outbound" ? internal_number : external_number,
    "calledNumber": direction = "outbound" ? external_number : internal_number,
    "contactId": contact.id,
    "contactName": contact.name = contact.phone ? null : contact.name,
    "queueName": $isUser ? entry_point_target.name : target.name,
    "agent": $isUser ? { "id": target.id, "email": target.email, "name": target.name } : null,
    "scope": $isUser ? "agent" : "call"
  }
)`,
  sample: {
    call_id: 5635304278851584,
    state: 'ringing',
    direction: 'inbound',
    external_number: '+12025550143',
    internal_number: '+12025550100',
    contact: { id: 6051533200162816, type: 'local', phone: '+12025550143', name: 'Grace Hopper' },
    target: { id: 83, type: 'user', email: 'ada@example.com', name: 'Ada Lovelace' },
    entry_point_call_id: 5635304278851000,
    entry_point_target: { id: 5, type: 'callcenter', name: 'Sales' },
    is_internal: false,
    event_timestamp: 1795253400123,
  },
};
