import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/**
 * Link-local addresses and the metadata services of clouds: a webhook that resolves to one of them would
 * expose the machine's credentials to the author of the URL. Loopback and private networks are allowed:
 * many CRMs live there.
 */
const refused = new BlockList();
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addAddress('0.0.0.0', 'ipv4');
refused.addAddress('100.100.100.200', 'ipv4'); // Alibaba Cloud
refused.addAddress('168.63.129.16', 'ipv4'); // Azure
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addAddress('fd00:ec2::254', 'ipv6'); // AWS
refused.addAddress('192.0.0.192', 'ipv4'); // Oracle Cloud
refused.addAddress('fd20:ce::254', 'ipv6'); // Google Cloud
refused.addAddress('::', 'ipv6');
// 169.254.0.0/16 inside IPv6: compatible, NAT64 and 6to4.
refused.addSubnet('::a9fe:0', 112, 'ipv6');
refused.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
refused.addSubnet('2002:a9fe::', 32, 'ipv6');

export function isRefusedAddress(address: string): boolean {
  // An IPv6 address may contain an IPv4 one: ::ffff:169.254.169.254, and in hexadecimal.
  const mapped = /^::ffff:(.+)$/i.exec(address)?.[1];
  if (mapped !== undefined) {
    const dotted = mapped.includes('.') ? mapped : fromHex(mapped);
    return dotted !== undefined && refused.check(dotted, 'ipv4');
  }
  const family = isIP(address);
  return family !== 0 && refused.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function fromHex(text: string): string | undefined {
  const [, high, low] = /^([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(text) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const value = parseInt(high, 16) * 65_536 + parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

export class RefusedAddressError extends Error {
  public readonly code = 'REFUSED_ADDRESS';
  public constructor(address: string) {
    super(`${address} is a link-local or metadata address`);
  }
}

type Callback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Looks a name up and refuses what it leads to: checked here, a name cannot change in between. */
export function guardedLookup(hostname: string, options: LookupOptions, callback: Callback): void {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, []);
      return;
    }
    const bad = addresses.find(({ address }) => isRefusedAddress(address));
    if (bad !== undefined) {
      callback(new RefusedAddressError(bad.address), []);
      return;
    }
    const [first] = addresses;
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
}
