import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { busValue, wildPlaceholders } from '../../../electron/features/sources/fill-template.ts';
import {
  isRefusedAddress,
  refuseByName,
} from '../../../electron/platform/network/local-addresses.ts';
import { addressText, fillAddress } from '../../../shared/popup-url/fill-address.ts';
import { parseAddress } from '../../../shared/popup-url/parse-address.ts';

/** 169.254.169.254 in every form that an address has for it, and those that name nobody. */
it.each([
  '169.254.169.254',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '100.100.100.200',
  '::',
  'fe80::1',
  'ff02::1',
  '::ffff:a9fe:a9fe',
  '::ffff:169.254.169.254',
  '0:0:0:0:0:ffff:a9fe:a9fe',
  '::a9fe:a9fe',
  '::ffff:0:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '64:ff9b:1:a9fe:a9:fe00::',
  '2002:a9fe:a9fe::1',
  '2001:0:a9fe:a9fe::1',
  '2001:0:102:304::5601:5601',
  '2001:db8::5efe:a9fe:a9fe',
  'fd00:ec2::254',
  'FD00:0EC2::0254',
])('refuses %s', (address) => {
  expect(isRefusedAddress(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '100.64.0.1',
  '::1',
  'fd12::1',
  '2a00:1450::1',
  '8.8.8.8',
  'crm',
])('allows %s', (address) => {
  expect(isRefusedAddress(address)).toBe(false);
});

it('judges a name that a proxy will look up, where it can', async () => {
  await expect(refuseByName('metadata.google.internal.')).rejects.toThrow('metadata');
  await expect(refuseByName('169.254.169.254')).rejects.toThrow('link-local');
  await expect(refuseByName('localhost')).resolves.toBeUndefined();
  await expect(refuseByName('only-the-proxy-knows.invalid')).resolves.toBeUndefined();
});

const pathFor = (template: string, value: string): string => {
  const address = parseAddress(template);
  if (!address.ok) throw new Error(address.problem.message.id);
  const call = {
    fields: { callerNumber: value },
    custom: { 'a/b': value, 'a?b#c': value },
    ext: {},
  };
  const dates = { format: 'iso', zone: 'UTC' } as const;
  const filled = addressText(fillAddress(address.value, { call, dates, dropEmpty: false }), '');
  // As servers do that decode a path before they take it apart.
  return posix.normalize(decodeURIComponent(new URL(filled).pathname).replaceAll('\\', '/'));
};

it.each([
  '..',
  '.',
  '../../admin',
  '..\\..\\admin',
  'a/../../admin',
  '..\t/admin',
  '%2e%2e',
  '..%2f..',
])('no value %j leads to another path', (value) => {
  for (const token of ['{{callerNumber}}', '{{custom.a/b}}', '{{custom.a?b#c}}']) {
    expect(pathFor(`http://crm/api/${token}/notes`, value)).toMatch(/^\/api\/.*\/notes$/);
    expect(pathFor(`http://crm/api/x${token}/notes`, value)).toMatch(/^\/api\/x.*\/notes$/);
  }
});

it.each(['*', '+', '>', '#', '8 3', '83\0'])('an agent ID %j is no wildcard on a bus', (id) => {
  expect(wildPlaceholders({ subjects: ['calls.${agent.id}'] }, { id })).toEqual(['agent.id']);
  expect(busValue(id)).not.toMatch(/[*>+#\s\0]/);
});

it('lets an ID be one that only looks odd', () => {
  expect(wildPlaceholders({ topics: ['c/${agent.email}'] }, { email: 'a.b@c.nl' })).toEqual([]);
  expect(busValue('a.b@c.nl')).toBe('a.b@c.nl');
});
