import type { Operations, Port } from './storage.ts';

/** Asks for an operation by its names. What it answers is what the declaration says. */
export type Ask = (store: string, operation: string, args: readonly unknown[]) => Promise<unknown>;

/**
 * A store whose operations run elsewhere. It has them all without a list of them: the declaration says which
 * names there are, and no other name compiles.
 */
export function portOf<S extends keyof Operations>(store: S, ask: Ask): Port<Operations[S]>;
export function portOf(store: string, ask: Ask): object {
  const get = (own: object, name: string | symbol): unknown => {
    // Tests replace single operations of a store.
    if (Object.hasOwn(own, name)) return Reflect.get(own, name);
    // A port that is awaited by mistake must not look like a promise that never ends.
    if (typeof name === 'symbol' || name === 'then') return undefined;
    return (...args: unknown[]) => ask(store, name, args);
  };
  return new Proxy({}, { get });
}

/** The other end: runs the operation of that name. */
export function runOperation(
  operations: Operations,
  store: string,
  operation: string,
  args: readonly unknown[],
): unknown {
  const ofStore = new Map<string, object>(Object.entries(operations)).get(store);
  const run = new Map<string, unknown>(Object.entries(ofStore ?? {})).get(operation);
  if (typeof run !== 'function') throw new Error(`unknown operation ${store}.${operation}`);
  return Reflect.apply(run, undefined, args);
}
