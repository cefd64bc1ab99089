import { expect, it } from 'vitest';
import { detachImported } from '../../../shared/config/import-secrets.ts';
import { configInputSchema, configSchema } from '../../../shared/model/config-document.ts';

const source = (url: string, secret = 'source.crm.token') => ({
  id: 'crm',
  name: 'CRM',
  transport: { type: 'websocket', url, token: { secret } },
});
const own = configSchema.parse({ version: 3, sources: [source('wss://pbx.example.com/events')] });

function tokenOf(imported: unknown, opened: Record<string, string> = {}) {
  const kept: string[] = [];
  const input = configInputSchema.parse({ version: 3, sources: [imported] });
  const document = detachImported(input, {
    own,
    opened,
    keep(secret, text) {
      kept.push(`${secret}=${text}`);
      return { secret };
    },
    prefix: 'import-1',
  });
  const transport = document.sources?.[0]?.transport;
  return { token: transport?.type === 'websocket' ? transport.token?.secret : undefined, kept };
}

it('lets a file use a secret of this computer only where it is used already', () => {
  expect(tokenOf(source('wss://PBX.example.com/other'))).toEqual({
    token: 'source.crm.token',
    kept: [],
  });
  // Another host, another port, another secret, another definition: each would give it away.
  const fresh = { token: 'import-1.source.crm.token', kept: [] };
  expect(tokenOf(source('wss://evil.example/events'))).toEqual(fresh);
  expect(tokenOf(source('wss://pbx.example.com:444/events'))).toEqual(fresh);
  expect(tokenOf(source('wss://pbx.example.com/events', 'popup.p.key'))).toEqual(fresh);
  expect(tokenOf({ ...source('wss://pbx.example.com/events'), id: 'x' }).token).toBe(
    'import-1.source.x.token',
  );
});

it('stores what a file brings under a name of its own', () => {
  const sealed = tokenOf(source('wss://evil.example/'), { 'source.crm.token': 'theirs' });
  expect(sealed).toEqual({
    token: 'import-1.source.crm.token',
    kept: ['import-1.source.crm.token=theirs'],
  });
});
