import type { MappingRecipe } from './recipe.ts';

/**
 * Desk phones that call an address (Action URL). The names are ours, as the phone lets its owner choose them: see
 * shared/connect/desk-phones.ts. Some phones have no variable for the call's ID: then the other side is taken for it.
 */
export const deskPhone: MappingRecipe = {
  name: 'desk-phone',
  label: 'Desk phone (Action URL)',
  sources: [
    'https://www.easymanua.ls/yealink/sip-t2xp/manual/592030?p=191',
    'http://wiki.snom.com/Action_URLs/Runtime_Variables',
    'https://www.easymanua.ls/grandstream-networks/gxp1760/manual/1332855?p=57',
  ],
  notes: [
    'The phone calls an address of this computer: Sources → Connect your phone system has one for each event.',
    'The events name no agent: every call of the phone is for the agent of the computer that it calls.',
  ],
  expression: `(
  $stages := {
    "incoming": "ringing", "outgoing": "ringing", "answered": "answered", "held": "held", "resumed": "active",
    "ended": "hangup", "missed": "missed"
  };
  $isOut := event = "outgoing";
  $isIn := event = "incoming" or event = "missed";
  $address := $contains(remote, ":") ? $substringAfter(remote, ":") : remote;
  $isColleague := $exists($match($substringBefore($address, "@"), /^[0-9]{2,6}$/));
  $exists($lookup($stages, event)) ? {
    "stage": $lookup($stages, event),
    "callId": call ? call : user & "/" & remote,
    "direction": $isIn or $isOut ? ($isColleague ? "internal" : $isOut ? "outbound" : "inbound"),
    "callerNumber": $isIn ? remote,
    "calledNumber": $isOut ? remote,
    "contactName": name ? name
  }
)`,
  sample: {
    event: 'incoming',
    call: '1045833402@192.168.1.20',
    remote: 'sip:+12025550143@pbx.example.com',
    name: 'Grace Hopper',
    user: '1004',
  },
};
