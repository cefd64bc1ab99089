import type { Source } from '../model/source.ts';
import { cloudEvents } from './cloudevents.ts';
import type { Dialect } from './dialect.ts';

/** Every dialect by the name a source's definition uses. */
export const dialects: Readonly<Record<Source['dialect'], Dialect>> = {
  cloudevents: cloudEvents,
};
