import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../../gateway/config/read-config.ts';
import type { ConnectSystem } from '../../../shared/connect/connect-system.ts';
import { filledEntry, hasAddress } from '../../../shared/connect/filled-entry.ts';
import { gatewayFeed, namesNoAgent } from '../../../shared/connect/gateway-feed.ts';
import { connectSystems, otherSystem } from '../../../shared/connect/systems.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const byGateway = connectSystems.filter(({ ways }) => ways.some(({ name }) => name === 'gateway'));
const named = (name: string): ConnectSystem =>
  connectSystems.find((system) => system.name === name) ?? otherSystem;

it('makes feeds that the gateway accepts together, once their secrets are set', () => {
  const folder = temporaryFolder();
  const mapping = path.join(folder, 'mapping.jsonata');
  writeFileSync(mapping, '{ "stage": "ringing" }');
  const feeds = JSON.stringify([...byGateway, otherSystem].map(gatewayFeed));
  const file = path.join(folder, 'gateway.json');
  const text = feeds.replace('/etc/ringcue-gateway/mapping.jsonata', mapping);
  writeFileSync(
    file,
    `{ "listen": {}, "data": "data", "agents": [{ "id": "83" }], "feeds": ${text} }`,
  );
  const variables = [...text.matchAll(/\$\{env:([A-Z0-9_]{1,60})\}/g)].map(([, name = '']) => name);
  // Zoom Phone has two: that of its address, and that of its app.
  expect(new Set(variables).size).toBe(byGateway.length + 2);
  const secrets = Object.fromEntries(variables.map((name) => [name, 'secret-of-a-feed-0123']));
  expect(readConfig(file, secrets)).toMatchObject({ ok: true });
  expect(readConfig(file, {})).toMatchObject({ ok: false });
});

it('has routes where events name no agent', () => {
  expect(byGateway.filter(namesNoAgent).map(({ name }) => name)).toEqual(['callvoip', 'autoid']);
  expect(gatewayFeed(named('callvoip')).routes).toHaveLength(1);
  expect(gatewayFeed(named('acefone'))).not.toHaveProperty('routes');
});

/** The stages that the addresses of a system make, from values that name no event. */
function stagesOf(system: 'acefone' | 'webitel', values: Record<string, string>) {
  return named(system)
    .ways[0].entries.filter(hasAddress)
    .flatMap((entry) => {
      const url = new URL(filledEntry(entry, 'https://gateway.example.com/in/feed/secret'));
      const payload = { ...Object.fromEntries(url.searchParams), ...values };
      const decoded = dialects[system].decode(payload, { source: 'f', receivedAt: 1, feed: {} });
      return decoded.ok ? decoded.value.map((event) => 'stage' in event && event.stage) : [];
    });
}

it('gives addresses that say what the variables do not', () => {
  expect(stagesOf('acefone', { call_id: '1', agent_number: '1004' })).toEqual(['ringing']);
  const values = { member_channel_id: '1', agent_extension: '1004' };
  expect(stagesOf('webitel', values)).toEqual([
    ...['queued', 'ringing', 'answered', 'bridged', 'active', 'missed', 'hangup', 'wrapup'],
  ]);
});
