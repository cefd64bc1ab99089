import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { says } from './says.ts';

/** `203.0.113.0/24`, `2001:db8::/32`, or one address. */
export const networkSchema = z.string().refine((text) => readNetwork(text) !== undefined, {
  message: says('must be a network such as 203.0.113.0/24, or one address'),
});

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

function readNetwork(text: string): Network | undefined {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return undefined;
  }
}

/** Whether an address is in one of the networks. An IPv4 address inside an IPv6 one is that IPv4 address. */
export function inNetworks(networks: readonly string[]): (address: string) => boolean {
  const read = networks.flatMap((text) => {
    const network = readNetwork(text);
    return network === undefined ? [] : [network];
  });
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return read.some(
      ([range, bits]) => address.kind() === range.kind() && address.match(range, bits),
    );
  };
}
