import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';

/**
 * Addresses that a webhook must not reach: link-local ones and the metadata services of clouds, which would expose the
 * machine's credentials to the author of the URL, and those that name nobody. Loopback and private networks are
 * allowed: many CRMs live there.
 */
const refusedRanges = new Set([
  'unspecified',
  'broadcast',
  'multicast',
  'linkLocal',
  'as112',
  'amt',
]);

/** Metadata services at addresses of other ranges. */
const metadata = new Set([
  '100.100.100.200', // Alibaba Cloud
  '168.63.129.16', // Azure
  '192.0.0.192', // Oracle Cloud
  'fd00:ec2::254', // AWS
  'fd20:ce::254', // Google Cloud
]);

export function isRefusedAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  // It would pass for an old form of 0.0.0.1.
  if (parsed.range() === 'loopback') return false;
  if (metadata.has(parsed.toString()) || refusedRanges.has(parsed.range())) return true;
  return parsed instanceof ipaddr.IPv6 && refusesWithin(parsed);
}

/** 64:ff9b:1::/48 (RFC 8215): each network puts the IPv4 address where it likes. */
const localTranslation = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');

/** An IPv6 address may lead to the IPv4 one in it. */
function refusesWithin(address: ipaddr.IPv6): boolean {
  return (
    address.match(localTranslation) ||
    embedded(address).some((bytes) => isRefusedAddress(bytes.join('.')))
  );
}

/** Where each form holds it: the first bits, the index of its first byte, and a mask where it is written inverted. */
const forms = [
  { of: '::ffff:0:0/96', at: 12 }, // mapped (RFC 4291)
  { of: '::/96', at: 12 }, // compatible (RFC 4291)
  { of: '::ffff:0:0:0/96', at: 12 }, // translated (RFC 2765)
  { of: '64:ff9b::/96', at: 12 }, // NAT64 (RFC 6052)
  { of: '2002::/16', at: 2 }, // 6to4 (RFC 3056)
  { of: '2001::/32', at: 4 }, // Teredo's server (RFC 4380)
  { of: '2001::/32', at: 12, mask: 0xff }, // Teredo's client
] as const;

function embedded(address: ipaddr.IPv6): number[][] {
  const bytes = address.toByteArray();
  const found = forms
    .filter(({ of }) => address.match(ipaddr.IPv6.parseCIDR(of)))
    .map((form) => ({ at: form.at, mask: 'mask' in form ? form.mask : 0 }));
  // ISATAP (RFC 5214): any network, then 5efe.
  const isIsatap = bytes[10] === 0x5e && bytes[11] === 0xfe;
  return [...found, ...(isIsatap ? [{ at: 12, mask: 0 }] : [])].map(({ at, mask }) =>
    bytes.slice(at, at + 4).map((byte) => byte ^ mask),
  );
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

/** Names of metadata services, which a proxy in the same cloud can look up where this computer cannot. */
const metadataNames = new Set(['metadata.google.internal', 'metadata.goog', 'instance-data']);

/**
 * Judges a name that a proxy will look up: by its address where this computer knows one. A name that only the proxy knows is left to
 * it.
 *
 * @throws RefusedAddressError
 */
export async function refuseByName(hostname: string): Promise<void> {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (metadataNames.has(name) || name.startsWith('instance-data.')) {
    throw new RefusedAddressError(name);
  }
  await new Promise<void>((resolve, reject) => {
    guardedLookup(hostname, { all: true }, (error) => {
      if (error instanceof RefusedAddressError) reject(error);
      else resolve();
    });
  });
}
