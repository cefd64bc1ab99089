import { aircall } from './recipes/aircall.ts';
import { amazonConnect } from './recipes/amazon-connect.ts';
import { asteriskAmi } from './recipes/asterisk-ami.ts';
import { asteriskAri } from './recipes/asterisk-ari.ts';
import { bitrix24 } from './recipes/bitrix24.ts';
import { callrail } from './recipes/callrail.ts';
import { deskPhone } from './recipes/desk-phone.ts';
import { dialpad } from './recipes/dialpad.ts';
import { freeswitch } from './recipes/freeswitch.ts';
import { genesysCloud } from './recipes/genesys-cloud.ts';
import { kazoo } from './recipes/kazoo.ts';
import { nethvoice } from './recipes/nethvoice.ts';
import type { MappingRecipe } from './recipes/recipe.ts';
import { ringcentral } from './recipes/ringcentral.ts';
import { sipgate } from './recipes/sipgate.ts';
import { threeCx } from './recipes/three-cx.ts';
import { twilio } from './recipes/twilio.ts';
import { yeastar } from './recipes/yeastar.ts';
import { zoomPhone } from './recipes/zoom-phone.ts';

export type { MappingRecipe } from './recipes/recipe.ts';

/** Those with a connection first, then those whose messages a bridge passes on. */
export const mappingRecipes: readonly MappingRecipe[] = [
  yeastar,
  kazoo,
  asteriskAri,
  asteriskAmi,
  freeswitch,
  threeCx,
  nethvoice,
  sipgate,
  ringcentral,
  aircall,
  twilio,
  genesysCloud,
  amazonConnect,
  bitrix24,
  zoomPhone,
  dialpad,
  callrail,
  deskPhone,
];
