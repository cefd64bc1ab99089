import type { KnownDialectName } from '../model/feed.ts';
import { acefone } from './acefone.ts';
import { autoid } from './autoid.ts';
import { callCenterStudio } from './call-center-studio.ts';
import { callvoip } from './callvoip.ts';
import { cloudEvents } from './cloudevents.ts';
import type { Dialect } from './dialect.ts';
import { webitel } from './webitel.ts';

/** Every dialect by the name a source's definition uses. */
export const dialects: Readonly<Record<KnownDialectName, Dialect>> = {
  cloudevents: cloudEvents,
  'call-center-studio': callCenterStudio,
  webitel,
  acefone,
  callvoip,
  autoid,
};
