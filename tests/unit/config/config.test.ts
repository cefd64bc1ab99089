import { expect, it } from 'vitest';
import { detachSecrets } from '../../../shared/config/detach-secrets.ts';
import { migrate } from '../../../shared/config/migrations.ts';
import { readConfig } from '../../../shared/config/read-config.ts';
import { resolveLayers } from '../../../shared/config/resolve-layers.ts';

const popup = { id: 'a', name: 'A', url: 'https://a.test' };

it('takes the highest layer that names a part, and settings field by field', () => {
  const snapshot = resolveLayers(
    [
      {
        origin: 'user',
        document: {
          version: 3,
          agent: { id: '1' },
          settings: { appearance: 'dark', prepareWindows: false },
        },
      },
      {
        origin: 'file',
        document: { version: 3, agent: { id: '2' }, popups: [], settings: { appearance: 'light' } },
      },
    ],
    7,
  );
  expect(snapshot).toMatchObject({
    revision: 7,
    agent: { id: '2' },
    settings: { appearance: 'light', prepareWindows: false, keepSessionCookies: false },
    origins: {
      agent: 'file',
      popups: 'file',
      sources: 'default',
      'settings.appearance': 'file',
      'settings.prepareWindows': 'user',
    },
  });
});

it('fills the environment and names a variable that is missing', () => {
  const text = JSON.stringify({ version: 3, agent: { id: '${env:WHO}' } });
  expect(readConfig(text, { WHO: '83' })).toMatchObject({ value: { agent: { id: '83' } } });
  expect(readConfig(text, {})).toMatchObject({ problems: [{ path: 'agent.id' }] });
});

it('leaves no secret in the document', () => {
  const read = readConfig(
    JSON.stringify({
      version: 3,
      sources: [
        {
          id: 's',
          name: 'S',
          transport: {
            type: 'websocket',
            url: 'wss://s.test',
            token: 'SECRET1',
            headers: { 'X-Key': 'SECRET2' },
          },
        },
      ],
      popups: [{ ...popup, encryption: { key: 'SECRET3' } }],
      settings: { network: { proxyPassword: 'SECRET4' } },
    }),
    {},
  );
  if (!read.ok) throw new Error('not read');
  const kept: unknown[] = [];
  const document = detachSecrets(read.value, (secret, value) => {
    kept.push(value);
    return { secret };
  });
  expect(JSON.stringify(document)).not.toContain('SECRET');
  expect(kept.sort()).toEqual(['SECRET1', 'SECRET2', 'SECRET3', 'SECRET4']);
});

it('migrates step by step, and refuses what a newer version wrote', () => {
  const steps = {
    0: (old: object) => ({ ...old, version: 1, first: true }),
    1: (old: object) => ({ ...old, version: 2, second: true }),
  };
  expect(migrate({}, 2, steps)).toEqual({
    ok: true,
    value: { version: 2, first: true, second: true },
  });
  expect(migrate({ version: 3 }, 2, steps)).toMatchObject({ problem: { path: 'version' } });
  expect(migrate([], 2, steps)).toMatchObject({ ok: false });
  expect(migrate({ popups: [popup] })).toMatchObject({ value: { version: 3 } });
});

it('reads version 1, which called rules hooks', () => {
  const rule = {
    id: 'ring',
    name: 'Call rings',
    when: { stage: 'ringing' },
    actions: [{ do: 'popup', popup: 'crm' }],
  };
  const read = readConfig(JSON.stringify({ version: 1, hooks: [rule] }), {});
  expect(read).toMatchObject({ ok: true, value: { version: 3, rules: [{ id: 'ring' }] } });
  expect(read).not.toHaveProperty('value.hooks');
  expect(readConfig(JSON.stringify({ version: 3, hooks: [rule] }), {})).toMatchObject({
    ok: false,
  });
});

it('finds ids that stand twice', () => {
  expect(readConfig(JSON.stringify({ version: 3, popups: [popup, popup] }), {})).toMatchObject({
    problems: [{ path: 'popups[1].id' }],
  });
});
