import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from '../../../build/lib/paths.mjs';
import { readMachinePolicy } from '../../../electron/platform/policy/machine-policy.ts';
import { policyPlace } from '../../../electron/platform/policy/policy-place.ts';
import { systemPolicy } from '../../../electron/platform/policy/system-policy.ts';
import { isAdministratorsAlone } from '../../../electron/platform/policy/windows-access.ts';
import { readPolicyValue } from '../../../shared/config/read-policy.ts';
import { english } from '../../../shared/text/english.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const owner = process.getuid?.() ?? 0;

function written(content: unknown): string {
  const folder = path.join(temporaryFolder(), 'ringcue');
  mkdirSync(folder, { mode: 0o755 });
  const file = path.join(folder, 'policy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), {
    mode: 0o644,
  });
  return file;
}

const read = (file: string, environment = {}) => readMachinePolicy(file, environment, owner);
const saidOf = (file: string): string => {
  const { policy, problem } = read(file);
  expect(policy).toBeUndefined();
  return problem === undefined ? '' : english(problem);
};
const small = { version: 1, configuration: { version: 3, agent: { id: '${env:WHO}' } } };

it('reads what an administrator wrote, with variables filled in', () => {
  expect(read(written(small), { WHO: '83' })).toMatchObject({
    policy: { configuration: { agent: { id: '83' } } },
    problem: undefined,
  });
  expect(read('/nowhere/ringcue/policy.json')).toMatchObject({
    policy: undefined,
    problem: undefined,
  });
});

it('names what is wrong, with its path', () => {
  expect(saidOf(written(small))).toContain('configuration.agent.id');
  expect(saidOf(written({ version: 1, nope: 1 }))).toContain('nope');
  expect(saidOf(written('{'))).toContain('policy.json');
  const remote = { url: 'http://config.example.com/c', publicKeys: ['x'] };
  expect(saidOf(written({ version: 1, remote }))).toContain('remote.url');
});

it.runIf(process.platform !== 'win32')('waits for no writer of a pipe', () => {
  const pipe = path.join(path.dirname(written(small)), 'pipe.json');
  execFileSync('mkfifo', [pipe]);
  // In a process of its own: a read that waits could not be ended here.
  const module = pathToFileURL(
    path.join(root, 'electron/platform/policy/read-policy-file.ts'),
  ).href;
  const program = `import('${module}').then((it) => console.log(it.readPolicyFile('${pipe}', ${owner}).ok))`;
  const said = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], {
    encoding: 'utf8',
    cwd: root,
    timeout: 20_000,
  });
  expect(said.trim()).toBe('false');
});

it.runIf(process.platform !== 'win32')('refuses what others than the owner may change', () => {
  const openFile = written(small);
  chmodSync(openFile, 0o666);
  expect(saidOf(openFile)).toContain('others than administrators');
  const openFolder = written(small);
  chmodSync(path.dirname(openFolder), 0o777);
  expect(saidOf(openFolder)).toContain('others than administrators');
  const link = path.join(path.dirname(written(small)), 'link.json');
  symlinkSync(written(small), link);
  expect(saidOf(link)).toContain('cannot be read');
  expect(saidOf(path.dirname(written(small)))).toContain('not a file');
});

it.runIf(process.getuid?.() === 0)('refuses a file of another account', () => {
  const file = written(small);
  chownSync(file, 65_534, 65_534);
  expect(saidOf(file)).toContain('others than administrators');
});

it('knows who may write on Windows', () => {
  const inherited = '(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)';
  expect(isAdministratorsAlone(`O:BAG:SYD:AI${inherited}`)).toBe(true);
  expect(isAdministratorsAlone(`O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICIIO;GA;;;CO)(A;;FR;;;BU)`)).toBe(
    true,
  );
  const user = 'S-1-5-21-1-2-3-1001';
  for (const sddl of [
    `O:${user}G:SYD:AI${inherited}`,
    `O:BAG:SYD:AI${inherited}(A;ID;FA;;;${user})`,
    'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;CI;DCLCRPCR;;;BU)',
    'O:BAG:SYD:(A;;0x1301bf;;;AU)',
    'O:BAG:SYD:(XA;;FR;;;BU;(WIN://SYSAPPID Exists))',
    'O:BAG:SYD:NO_ACCESS_CONTROL',
    'O:BAG:SY',
    '',
  ]) {
    expect(isAdministratorsAlone(sddl), sddl).toBe(false);
  }
});

it('looks where each system keeps what holds for a computer', () => {
  expect(policyPlace('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Ringcue\\policy.json');
  expect(policyPlace('darwin', {})).toBe('/Library/Application Support/Ringcue/policy.json');
  expect(policyPlace('linux', {})).toBe('/etc/ringcue/policy.json');
});

const values = {
  'remote.url': 'https://config.example.com/ringcue.jws',
  'remote.publicKeys': ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
  'remote.everyMinutes': 30,
  configuration: '{"agent":{"id":"7"},"settings":{"launchAtLogin":true,"language":"nl"}}',
  'configuration.settings.launchAtLogin': 0,
  'configuration.settings.appearance': 'dark',
};
const expected = {
  ok: true,
  value: {
    remote: { everyMinutes: 30 },
    configuration: {
      agent: { id: '7' },
      settings: { launchAtLogin: false, language: 'nl', appearance: 'dark' },
    },
  },
};

it('takes what Group Policy wrote into the registry, where there is a key', () => {
  const asked: string[] = [];
  const found = systemPolicy('win32', (program) => {
    asked.push(program);
    return program === 'powershell.exe' ? JSON.stringify(values) : '';
  });
  expect(asked).toEqual(['reg.exe', 'powershell.exe']);
  expect(readPolicyValue(found ?? null, {})).toMatchObject(expected);
  const nothing = systemPolicy('win32', () => {
    throw new Error('no such key');
  });
  expect(nothing).toBeUndefined();
});

it('takes what a configuration profile says', () => {
  const plist = { version: 1, PayloadUUID: 'x', configuration: { version: 3, agent: { id: '7' } } };
  const found = systemPolicy(
    'darwin',
    () => JSON.stringify(plist),
    () => true,
  );
  expect(readPolicyValue(found ?? null, {})).toMatchObject({
    ok: true,
    value: { configuration: { agent: { id: '7' } } },
  });
  expect(
    systemPolicy(
      'darwin',
      () => '',
      () => false,
    ),
  ).toBeUndefined();
  expect(systemPolicy('linux')).toBeUndefined();
});
