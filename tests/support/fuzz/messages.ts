import { mappingRecipes } from '../../../shared/dialects/mapping-recipes.ts';

/** What phone systems send, in the forms that the dialects and framings read. */
export const messages: readonly string[] = [
  ...mappingRecipes.map(({ sample }) => JSON.stringify(sample)),
  '{"call_id":"1","caller_id_number":"+31201234567","status":"ringing","start_stamp":"2026-11-21 09:30:05"}',
  '{"event":"call","data":{"event":"ringing","id":"1","from":{"number":"+90 532"}}}',
  '{"specversion":"1.0","type":"call.ringing","id":"1","source":"s","data":{"callId":"1"}}',
  '$call_id=1&%status%=ringing&time=1790000000',
  '<event><call id="1"><from>0532</from></call></event>',
  '42["call",{"id":1}]',
  '{"type":1,"target":"call","arguments":[{"id":"1"}]}\x1e',
];
