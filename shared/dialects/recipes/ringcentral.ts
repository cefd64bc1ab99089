import type { MappingRecipe } from './recipe.ts';

/** RingCentral, telephony sessions. A notification has the parties that changed; those inside have an extension ID. */
export const ringcentral: MappingRecipe = {
  name: 'ringcentral',
  label: 'RingCentral (telephony sessions)',
  sources: [
    'https://developers.ringcentral.com/guide/notifications/event-filters/account-telephony-sessions',
    'https://ringcentral.github.io/RingCentral.Net/html/classRingCentral_1_1CallStatusInfo.html',
  ],
  notes: ['An agent’s ID is the extension ID (`62264425016`), not the extension’s number.'],
  expression: `(
  $stages := {
    "Proceeding": "ringing", "Answered": "answered", "Hold": "held", "Parked": "held",
    "VoiceMail": "missed", "Disconnected": "hangup", "Gone": "hangup"
  };
  $uuid := uuid;
  $time := timestamp;
  $session := body.telephonySessionId;
  $caller := function($info) { $info.additional.type = "CallerIdName" ? $info.additional.value };
  [body.parties[$exists(extensionId) and $exists($lookup($stages, status.code))].{
    "stage": status.reason in ["BlindTransfer", "AttendedTransfer"] ? "transferred"
      : missedCall or status.reason = "AgentAnswered" ? "missed" : $lookup($stages, status.code),
    "id": $uuid & "/" & id,
    "time": $time,
    "callId": $session,
    "callUniqueId": id,
    "direction": $exists(from.extensionId) and $exists(to.extensionId) ? "internal" : $lowercase(direction),
    "callerNumber": from.phoneNumber,
    "calledNumber": to.phoneNumber,
    "contactName": direction = "Outbound" ? to.name : $exists($caller(uiCallInfo)) ? $caller(uiCallInfo) : from.name,
    "queueName": queueCall ? to.name,
    "queueId": queueCall ? to.extensionId,
    "hangupCause": status.reason,
    "agent": { "id": extensionId }
  }]
)`,
  sample: {
    uuid: '8145589842362645277',
    event: '/restapi/v1.0/account/809646016/extension/62264425016/telephony/sessions',
    timestamp: '2026-11-21T09:30:00.399Z',
    body: {
      sequence: 4,
      telephonySessionId: 's-a0d17930c96bdz18b67acb764z37759330000',
      eventTime: '2026-11-21T09:30:00.361Z',
      parties: [
        {
          accountId: '809646016',
          extensionId: '62264425016',
          id: 'p-a0d17930c96bdz18b67acb764z37759330000-2',
          direction: 'Inbound',
          to: { phoneNumber: '+12025550100', name: 'Ada Lovelace', extensionId: '62264425016' },
          from: { phoneNumber: '+12025550143', name: 'Grace Hopper' },
          status: { code: 'Proceeding', rcc: false },
          missedCall: false,
        },
      ],
    },
  },
};
