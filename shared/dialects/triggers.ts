import { knownDialectNames, type KnownDialectName } from '../model/feed.ts';
import type { Trigger } from '../model/rule-when.ts';
import { dialects } from './dialects.ts';
import { plainName } from './map-payload.ts';
import type { SystemTrigger } from './system-trigger.ts';

/** The systems whose manuals list every event; a name that is not listed can never come. */
const closed: ReadonlySet<string> = new Set<KnownDialectName>([
  'webitel',
  'acefone',
  'callvoip',
  'autoid',
]);
export const isClosedSystem = (system: string): boolean => closed.has(system);

const isKnown = (system: string): system is KnownDialectName =>
  knownDialectNames.some((name) => name === system);

/** A system's own events; none where its vocabulary is free. */
export const triggersOf = (system: string): readonly SystemTrigger[] =>
  isKnown(system) ? dialects[system].events : [];

const bySystem: ReadonlyMap<string, ReadonlyMap<string, SystemTrigger>> = new Map(
  knownDialectNames.map((system) => [system, bothSpellings(triggersOf(system))]),
);

/** What a system's manual says of a trigger, however its name is written; undefined where it lists none. */
export function triggerInfo({ system, name }: Trigger): SystemTrigger | undefined {
  const known = bySystem.get(system);
  return known?.get(name) ?? known?.get(plain(name));
}

/** The same for two spellings of one trigger; "(Deprecated)" is a mark of the dropdown. */
function plain(name: string): string {
  return plainName(name.replace(/\(deprecated\)/i, ''));
}

/** The same for two spellings of one trigger. */
export const triggerKey = ({ system, name }: Trigger): string => `${system}:${plain(name)}`;

export const isSameTrigger = (a: Trigger, b: Trigger): boolean =>
  a.system === b.system && (a.name === b.name || plain(a.name) === plain(b.name));

function bothSpellings(triggers: readonly SystemTrigger[]): Map<string, SystemTrigger> {
  const named = triggers.map((one): [string, SystemTrigger] => [one.name, one]);
  return new Map([
    ...named,
    ...named.map(([name, one]): [string, SystemTrigger] => [plain(name), one]),
  ]);
}
