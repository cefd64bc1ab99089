import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { oneCrmConfig, writeConfig } from '../support/config.ts';
import { startEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { electronPath, launchRingcue, sandboxArguments } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(electronPath(), [...sandboxArguments, root, ...args], {
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.once('exit', (code) => resolve({ code, output }));
  });
}

const popup = { id: 'crm', name: 'CRM', url: 'https://crm.example.com' };
const wrong: readonly (readonly [string, unknown, string])[] = [
  ['broken JSON', '{"version": 1,\n  "popups": [}', 'line 2, column'],
  ['a key given twice', '{"version": 1, "version": 1}', 'is used twice'],
  [
    'javascript:',
    { version: 3, popups: [{ ...popup, url: 'javascript:alert(1)' }] },
    'popups[0].url',
  ],
  ['file:', { version: 3, popups: [{ ...popup, url: 'file:///etc/passwd' }] }, 'popups[0].url'],
  ['data:', { version: 3, popups: [{ ...popup, url: 'data:text/html,x' }] }, 'popups[0].url'],
  ['an empty address', { version: 3, popups: [{ ...popup, url: '' }] }, 'popups[0].url'],
  [
    'credentials in the address',
    { version: 3, popups: [{ ...popup, url: 'https://me:topsecret@crm.example.com' }] },
    'popups[0].url',
  ],
  [
    'a field that does not exist',
    { version: 3, popups: [{ ...popup, parameters: [{ name: 'a', field: 'colour' }] }] },
    'popups[0].parameters[0].field',
  ],
  [
    'a hex key of the wrong length',
    { version: 3, popups: [{ ...popup, encryption: { key: 'abcd', keyForm: 'hex' } }] },
    'popups[0].encryption.key',
  ],
  [
    'a variable that is not set',
    { version: 3, agent: { id: '${env:RINGCUE_TEST_UNSET}' } },
    'agent.id',
  ],
  [
    'a rule for a popup that does not exist',
    {
      version: 3,
      popups: [popup],
      rules: [{ id: 'h', name: 'H', when: {}, actions: [{ do: 'popup', popup: 'other' }] }],
    },
    'rules[0].actions[0].popup',
  ],
];

it.each(wrong)('ends with 2 and names the place: %s', async (_name, config, place) => {
  const folder = temporaryFolder();
  const data = path.join(folder, 'data');
  const file = writeConfig(folder, config);
  const before = readFileSync(file, 'utf8');
  const ended = await run(['--config', file, '--user-data-dir', data]);
  expect(ended.code).toBe(2);
  expect(ended.output).toContain(file);
  expect(ended.output).toContain(place);
  expect(ended.output).not.toContain('topsecret');
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(existsSync(path.join(data, 'config.json'))).toBe(false);
});

it('ends with 2 when the file is missing or the folder is on the network', async () => {
  const folder = temporaryFolder();
  const missing = await run(['--config', path.join(folder, 'no.json')]);
  expect(missing).toMatchObject({ code: 2, output: expect.stringContaining('cannot be read') });
});

it.each(['/proc/ringcue', '/proc/self/x/y', '/dev/null/x', '/sys/x'])(
  'ends with 2 where %s is to be the data folder',
  async (folder) => {
    const ended = await run(['--user-data-dir', folder]);
    expect(ended).toMatchObject({ code: 2, output: expect.stringContaining(folder) });
  },
);

it('ends with 1 when a second --once finds the folder in use', async () => {
  const { folder } = await launchRingcue();
  const second = await run(['--once', '--demo', '--user-data-dir', folder]);
  expect(second).toMatchObject({
    code: 1,
    output: expect.stringContaining(`No popup: Ringcue is already running on ${folder}.`),
  });
});

it('uses secrets of the file from memory and never stores or logs them', async () => {
  const folder = temporaryFolder();
  const secrets = ['env-secret-token-123', 'plain-secret-key-456'];
  const ringcue = await launchRingcue({
    folder,
    env: { RINGCUE_TEST_TOKEN: 'env-secret-token-123' },
    config: {
      version: 3,
      agent: { id: '83' },
      sources: [
        {
          id: 'pbx',
          name: 'PBX',
          transport: {
            type: 'websocket',
            url: 'ws://127.0.0.1:9',
            token: '${env:RINGCUE_TEST_TOKEN}',
          },
        },
      ],
      popups: [{ ...popup, encryption: { key: 'plain-secret-key-456' } }],
    },
  });
  await ringcue.desk.getByText('Reconnecting').first().waitFor();
  await ringcue.desk.getByText('Nothing answers at this address').waitFor();
  const state = await ringcue.desk.evaluate(() => window.ringcue.calls['state.get'](undefined));
  await ringcue.close();
  for (const secret of secrets) {
    expect(JSON.stringify(state)).not.toContain(secret);
    expect(filesWith(folder, secret)).toEqual([]);
  }
});

it('keeps a corrupt settings file aside, says so, and goes on', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const half = '{"version":1,"popups":[{"id":"a","na';
  writeFileSync(path.join(folder, 'config.json'), half);
  const ringcue = await launchRingcue({ folder, config: { version: 3, agent: { id: '83' } } });
  await ringcue.desk.getByText('The settings of this computer could not be read').waitFor();
  const copy = readdirSync(folder).find((name) => name.startsWith('config.corrupt-'));
  expect(readFileSync(path.join(folder, copy ?? ''), 'utf8')).toBe(half);
});

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

it('ends with 1 and a reason when the popup of --once shows no CRM page', async () => {
  const events = await startEventServer();
  const folder = temporaryFolder();
  const config = oneCrmConfig(events.url, { url: 'http://127.0.0.1:9/call' });
  const ended = run([
    '--once',
    '--config',
    writeConfig(folder, config),
    '--user-data-dir',
    path.join(folder, 'data'),
  ]);
  await events.connected();
  events.send(callEvent('ringing'));
  expect(await ended).toMatchObject({
    code: 1,
    output: expect.stringContaining('No popup: the CRM page could not be loaded'),
  });
  await events.stop();
});
