import { networkInterfaces } from 'node:os';

export const loopback = '127.0.0.1';

/**
 * The address to listen on: of the interface with this name, IPv4 first, or the address itself where this computer has
 * it. `0.0.0.0` is no address of a computer: nobody listens everywhere by mistake.
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
