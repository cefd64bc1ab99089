import type { MappingRecipe } from './recipe.ts';

/**
 * 3CX, Call Control API. An event names only what changed, so a bridge asks for the participant and passes the answer on,
 * as the API gives it; a participant that is removed comes without one. So a call's id is made of what both have.
 */
export const threeCx: MappingRecipe = {
  name: '3cx',
  label: '3CX (Call Control API)',
  sources: ['https://www.3cx.cn/docs/call-control-api-endpoints/'],
  notes: [
    'Events of `/callcontrol/ws` do not say who calls. A bridge has to request the entity of each event (`{"RequestID": "1", "Path": ENTITY}`) and pass on both the events and the responses.',
    'Each participant is a separate call. A call that a colleague answers shows as missed.',
  ],
  expression: `(
  $stages := {
    "Ringing": "ringing", "Dialing": "ringing", "Connected": "answered", "Talking": "answered", "Hold": "held"
  };
  $path := $split(event.entity, "/");
  $party := event.attached_data.Response;
  $ownLine := $party.originated_by_dn = $party.dn;
  $isOut := $party.status = "Dialing" or $ownLine;
  $path[3] = "participants" ? (
    event.event_type = 1 ? {
      "stage": "hangup", "callId": $path[2] & "/" & $path[4], "agent": { "extension": $path[2] }
    }
    : $exists($lookup($stages, $party.status)) ? {
      "stage": $lookup($stages, $party.status),
      "callId": $party.dn & "/" & $string($party.id),
      "direction": $party.party_dn_type = "Wextension" ? "internal" : $isOut ? "outbound" : "inbound",
      "callerNumber": $isOut ? $party.dn : $party.party_caller_id,
      "calledNumber": $isOut ? $party.party_caller_id : $party.party_did,
      "contactName": $party.party_caller_name,
      "agent": { "extension": $party.dn },
      "threecxCallId": $party.callid
    }
  )
)`,
  sample: {
    sequence: 12,
    event: {
      event_type: 4,
      entity: '/callcontrol/1004/participants/7',
      attached_data: {
        StatusCode: 200,
        Response: {
          id: 7,
          status: 'Ringing',
          dn: '1004',
          party_caller_name: 'Grace Hopper',
          party_caller_id: '+12025550143',
          party_did: '+902125550100',
          party_dn: '10000',
          party_dn_type: 'Wexternalline',
          callid: 42,
          legid: 2,
        },
      },
    },
  },
};
