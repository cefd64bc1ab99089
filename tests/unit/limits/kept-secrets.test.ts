import { expect, it } from 'vitest';
import { createConfig } from '../../../electron/features/config/index.ts';
import type { DocumentFile } from '../../../electron/platform/ports/document-file.ts';
import { takeKeys } from '../../../shared/config/take-keys.ts';
import { addressText, revealAddress } from '../../../shared/model/keyed-address.ts';
import { settingsInputSchema } from '../../../shared/model/settings.ts';
import { sourceInputSchema, type SourceInput } from '../../../shared/model/source.ts';
import { FakeClock } from '../../support/fake-clock.ts';

/** A document of the test's own. */
function memoryFile(document?: object): DocumentFile & { readonly text: () => string } {
  let now = document && JSON.stringify(document);
  return {
    path: 'memory',
    read: () => now,
    write: (written) => (now = JSON.stringify(written)),
    backUp: () => 'memory',
    text: () => now ?? '',
  };
}

const turned = (data: Buffer): Buffer => Buffer.from(data.map((byte) => byte ^ 255));

function desk(document: object, isReal = true) {
  const configFile = memoryFile(document);
  const secretsFile = memoryFile();
  const config = createConfig({
    clock: new FakeClock(),
    configFile,
    secretsFile,
    attemptsFile: memoryFile(),
    cipher: {
      isReal: () => isReal,
      encrypt: (text) => turned(Buffer.from(text)),
      decrypt: (data) => turned(data).toString(),
    },
    managed: {},
  });
  return { config, configFile, secretsFile };
}

const signIn = {
  url: 'https://id.example.com/token',
  headers: { 'X-Api-Key': 'header-key-1' },
  token: '/access_token',
};
const pbx = {
  id: 'pbx',
  name: 'PBX',
  transport: { type: 'websocket', url: 'wss://pbx.example.com/', signIn },
};
/** As the version before stored it. */
const before = {
  version: 2,
  sources: [pbx],
  settings: {
    clickToCall: 'https://pbx.example.com/dial?api_key=dial%20key-1&to={number}',
    forwardLog: 'https://ada:log-password-1@logs.example.com/in',
  },
};
const keys = ['dial%20key-1', 'dial key-1', 'log-password-1', 'header-key-1'];

it.each([
  ['https://a.test/?to={number}', 'https://a.test/?to={number}', []],
  ['https://a.test/?TOKEN=a%2Bb+c&n={number}', 'https://a.test/?TOKEN={key}&n={number}', ['a+b c']],
  [
    'https://a.test/?user=x&pass=y&sig=z#k',
    'https://a.test/?user=x&pass={key}&sig={key2}#k',
    ['y', 'z'],
  ],
  [
    'https://a.test/in/0123456789abcdef0123/x',
    'https://a.test/in/{key}/x',
    ['0123456789abcdef0123'],
  ],
  ['https://0123456789abcdef0123@a.test/', 'https://{key}@a.test/', ['0123456789abcdef0123']],
  ['https://a.test/?key={key}&auth=b', 'https://a.test/?key={key}&auth={key2}', ['b']],
  ['https://a.test/?key=%zz', 'https://a.test/?key=%zz', []],
  ['syslog+tls://logs.test:6514', 'syslog+tls://logs.test:6514', []],
  ['', '', []],
])('takes the keys out of %s', (text, url, found) => {
  const taken = takeKeys(text);
  expect(taken.url).toBe(url);
  expect(Object.values(taken.keys)).toEqual(found);
});

it.each([true, false])(
  'moves keys of an earlier version into the vault (key storage: %s)',
  (isReal) => {
    const { config, configFile, secretsFile } = desk(before, isReal);
    for (const key of keys) {
      expect(configFile.text()).not.toContain(key);
      if (isReal) expect(secretsFile.text()).not.toContain(key);
      expect(config.mask(`GET /?k=${key}`)).toBe('GET /?k=******');
      expect(config.transfer.exportText(undefined)).not.toContain(key);
    }
    const { clickToCall, forwardLog } = config.snapshot().settings;
    expect(addressText(clickToCall)).toBe('https://pbx.example.com/dial?api_key={key}&to={number}');
    expect(revealAddress(clickToCall, config.revealSecret)).toBe(before.settings.clickToCall);
    expect(revealAddress(forwardLog, config.revealSecret)).toBe(before.settings.forwardLog);
    const again = desk(JSON.parse(configFile.text()) as object);
    expect(
      revealAddress(again.config.snapshot().settings.forwardLog, () => undefined),
    ).toBeUndefined();
  },
);

it('leaves the keys where they are while the disk takes nothing, and uses them', () => {
  const configFile = memoryFile(before);
  const full = {
    ...memoryFile(),
    write: () => {
      throw new Error('ENOSPC');
    },
  };
  const config = createConfig({
    clock: new FakeClock(),
    configFile,
    secretsFile: full,
    attemptsFile: memoryFile(),
    cipher: { isReal: () => true, encrypt: (text) => Buffer.from(text), decrypt: String },
    managed: {},
  });
  expect(configFile.text()).toContain('log-password-1');
  const { forwardLog } = config.snapshot().settings;
  expect(revealAddress(forwardLog, config.revealSecret)).toBe(before.settings.forwardLog);
});

it('takes the keys out of an address as it is saved, and keeps them for its host alone', () => {
  const { config, configFile } = desk({ version: 2 });
  const save = (settings: unknown) =>
    config.edits.saveSettings(settingsInputSchema.parse(settings));
  expect(save({ forwardLog: 'https://logs.example.com/in?token=typed-token-1' }).ok).toBe(true);
  expect(configFile.text()).not.toContain('typed-token-1');
  const { forwardLog } = config.snapshot().settings;
  if (typeof forwardLog !== 'object') throw new Error('no key was taken');
  const { keys: kept } = forwardLog;
  const other = 'https://evil.example/in?token={key}';
  const refused = { ok: false, problem: { message: { id: 'problem.secret.otherHost' } } };
  expect(save({ forwardLog: { url: other, keys: kept } })).toMatchObject(refused);
  // Nor for another setting, on whatever host.
  const dial = { url: 'https://logs.example.com/{number}?k={key}', keys: kept };
  expect(save({ clickToCall: dial })).toMatchObject(refused);
  expect(save({ network: { proxyPassword: kept['key'] } })).toMatchObject(refused);
  expect(save({ forwardLog: { url: 'https://logs.example.com/new?t={key}', keys: kept } }).ok).toBe(
    true,
  );
  expect(save({ forwardLog: { url: other, keys: { key: 'typed again' } } }).ok).toBe(true);
  expect(() => save({ forwardLog: { url: other, keys: {} } })).toThrow();
});

it('keeps the secrets of a source for its hosts alone, those of its sign-in too', () => {
  const { config } = desk(before);
  const [saved] = config.snapshot().sources;
  if (saved?.transport.type !== 'websocket' || saved.transport.signIn === undefined)
    throw new Error('no source');
  const { transport } = saved;
  const save = (change: object) =>
    config.edits.saveSource(
      sourceInputSchema.parse({
        ...saved,
        transport: { ...transport, ...change },
      } satisfies SourceInput),
      'any',
    );
  const refused = {
    ok: false,
    problem: { path: 'source.transport.url', message: { id: 'problem.secret.otherHost' } },
  };
  expect(save({ url: 'wss://evil.example/' })).toMatchObject(refused);
  const elsewhere = { ...transport.signIn, url: 'https://evil.example/token' };
  expect(save({ signIn: elsewhere })).toMatchObject(refused);
  expect(save({ url: 'wss://pbx.example.com/other' }).ok).toBe(true);
  expect(save({ signIn: { ...elsewhere, headers: { 'X-Api-Key': 'again' } } }).ok).toBe(true);
});

it('moves an address of this computer to another network with its secret', () => {
  const transport = { type: 'http', secret: 'sixteen-letters-1', token: 'network-token-1' };
  const { config } = desk({ version: 2, sources: [{ ...pbx, transport }] });
  const [saved] = config.snapshot().sources;
  if (saved?.transport.type !== 'http') throw new Error('no source');
  const moved = { ...saved, transport: { ...saved.transport, interface: 'eth0' } };
  expect(config.edits.saveSource(moved, 'any').ok).toBe(true);
});
