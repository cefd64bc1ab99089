import { networkInterfaces } from 'node:os';

export const loopback = '127.0.0.1';

/**
 * The address to listen on: of the interface with this name, IPv4 first, or the address itself where this computer has
 * it. `0.0.0.0` is not accepted: it would listen on every network by mistake.
 *
 * @param wanted undefined: this computer only
 * @returns undefined where there is no such interface now
 */
export function listenAddress(
  wanted: string | undefined,
  interfaces = networkInterfaces(),
): string | undefined {
  if (wanted === undefined) return loopback;
  const named = interfaces[wanted] ?? [];
  const first = named.find(({ family }) => family === 'IPv4') ?? named[0];
  if (first !== undefined) return first.address;
  const all = Object.values(interfaces).flatMap((list) => list ?? []);
  return all.find(({ address }) => address === wanted)?.address;
}

/** Interfaces that others in the network reach, with the address to listen on. */
export const namedInterfaces = (
  interfaces = networkInterfaces(),
): { readonly name: string; readonly address: string }[] =>
  Object.entries(interfaces).flatMap(([name, list]) => {
    const found = (list ?? []).find(({ internal, family }) => !internal && family === 'IPv4');
    return found === undefined ? [] : [{ name, address: found.address }];
  });
