import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { followDockerfile, inImage } from '../support/docker-file.ts';
import { endWithTest } from '../support/end-with-test.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const page = read('docs/gateway.md');
const documented = {
  config: /Write `(\/etc\/\S+\.json)`/.exec(page)?.[1] ?? '',
  data: /"data": "([^"]+)"/.exec(page)?.[1] ?? '',
  port: /"port": (\d+)/.exec(page)?.[1] ?? '',
  program: /mkdir -p (\/opt\/[^/]+)\//.exec(page)?.[1] ?? '',
};

/** What `docker build` would send: all that .dockerignore does not name. */
function buildContext(): string {
  const ignored = new Set(read('.dockerignore').split('\n'));
  const context = path.join(temporaryFolder(), 'context');
  execFileSync('mkdir', [context]);
  for (const name of readdirSync(root)) {
    if (!ignored.has(name)) execFileSync('cp', ['-r', path.join(root, name), context]);
  }
  return context;
}

it('makes an image that runs the gateway of the documents', async () => {
  const image = followDockerfile(read('gateway/deploy/Dockerfile'), {
    context: buildContext(),
    folder: temporaryFolder(),
    instead: {
      // The packages of this computer: the same, from the same lock file.
      'npm ci --ignore-scripts': (build) =>
        symlinkSync(path.join(root, 'node_modules'), inImage(build, 'node_modules')),
    },
  });
  expect(image.base).toBe(`node:${read('.nvmrc').trim()}-bookworm-slim`);
  expect(image).toMatchObject({ user: 'node', ports: [documented.port] });
  expect(image.volumes).toEqual([documented.data]);
  expect(image.command.at(-1)).toBe(documented.config);

  const port = await freePort();
  const config = path.join(temporaryFolder(), 'gateway.json');
  const data = inImage(image, documented.data);
  writeFileSync(config, JSON.stringify({ listen: { port }, data, feeds: [] }));
  const [, ...args] = image.command.slice(0, -1);
  const env = { PATH: process.env['PATH'], ...image.environment };
  const gateway = spawn(process.execPath, [...args, config], { cwd: inImage(image, '.'), env });
  endWithTest(gateway);
  await until(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  }, 'the gateway of the image');
  expect(existsSync(path.join(data, 'gateway.db'))).toBe(true);
}, 120_000);

const unit = read('gateway/deploy/ringcue-gateway.service');
const valuesOf = (name: string): string[] =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

it('has a unit that runs the gateway of the documents', () => {
  const { program, config, data } = documented;
  expect(valuesOf('ExecStart')).toEqual([
    `/usr/bin/node --enable-source-maps ${program}/gateway.cjs ${config}`,
  ]);
  expect(valuesOf('StateDirectory')).toEqual([path.basename(data)]);
  expect(valuesOf('EnvironmentFile')).toEqual([`-${path.dirname(config)}/secrets.env`]);
  expect(page).toContain(`useradd --system --shell /usr/sbin/nologin ${valuesOf('User')[0]}`);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

it.skipIf(!hasSystemd)('has a unit that systemd accepts, and that may do little', () => {
  const file = path.join(temporaryFolder(), 'ringcue-gateway.service');
  writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
  const analyze = (...args: string[]) =>
    spawnSync('systemd-analyze', [...args, file], { encoding: 'utf8' });
  expect(analyze('verify')).toMatchObject({ status: 0, stderr: '' });
  // Tenths: up to 2 is what systemd itself calls OK.
  expect(analyze('security', '--offline=true', '--threshold=20').status).toBe(0);
});
