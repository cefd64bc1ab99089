import { plainName } from '../dialects/map-payload.ts';

/** Acefone's three types of outbound calls: as calls carry them, and as its form calls them. */
const names: ReadonlyMap<string, string> = new Map([
  ['click_to_call', 'Click to Call'],
  ['broadcast', 'Call Broadcast'],
  ['dialer', 'Dialer'],
]);

export const outboundTypeNames = [...names.values()];

const keys: ReadonlyMap<string, string> = new Map(
  [...names].flatMap(([key, name]): [string, string][] => [
    [plainName(key), key],
    [plainName(name), key],
  ]),
);

/** The same for "Click to Call" and click_to_call; types of other systems stay as they are. */
export const outboundTypeKey = (type: string): string => keys.get(plainName(type)) ?? type;

/** As a person reads it. */
export const outboundTypeName = (type: string): string => names.get(outboundTypeKey(type)) ?? type;
