import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { drawIcons } from '../../build/icons.mjs';
import { root } from '../../build/lib/paths.mjs';
import { linkSchemes } from '../../electron/features/presence/link-schemes.ts';
import { openDatabase } from '../../electron/platform/storage/database.ts';
import { writeConfig } from '../support/config.ts';
import { expectEveryFuseSet, expectOnlyWhatRuns } from '../support/packaged-files.ts';
import { sandboxArguments } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const onceSchema = z.object({
  electron: z.string(),
  url: z.string(),
  decrypted: z.record(z.string(), z.string()),
  ringToRequestMs: z.number(),
  ringToPaintMs: z.number(),
  screenshot: z.string(),
});

const protocolsSchema = z.object({
  protocols: z.array(z.object({ schemes: z.array(z.string()) })),
});

it('packages the app, and the packaged app does the main job', async () => {
  const output = temporaryFolder();
  execFileSync(
    process.execPath,
    ['build/package.mjs', '--dir', `-c.directories.output=${output}`],
    { cwd: root, stdio: 'pipe' },
  );
  const app = path.join(output, 'linux-unpacked');
  expect(existsSync(path.join(app, 'resources/default_app.asar'))).toBe(false);
  expectOnlyWhatRuns(path.join(app, 'resources'));
  await expectEveryFuseSet(path.join(app, 'ringcue'));
  const data = temporaryFolder();
  const debugged = spawnSync(
    path.join(app, 'ringcue'),
    [...sandboxArguments, '--remote-debugging-port=0', '--user-data-dir', data],
    { encoding: 'utf8' },
  );
  expect(debugged.status).toBe(2);
  expect(debugged.stderr).toContain('does not start with --remote-debugging-port');
  expect(existsSync(path.join(data, 'ringcue.db'))).toBe(false);
  const config = writeConfig(temporaryFolder(), { version: 3, settings: { launchAtLogin: true } });
  const run = spawnSync(
    path.join(app, 'ringcue'),
    [...sandboxArguments, '--once', '--demo', '--user-data-dir', data, '--config', config],
    { encoding: 'utf8', env: { ...process.env, XDG_CONFIG_HOME: path.join(data, 'xdg') } },
  );
  expect(run.stdout, run.stderr).toContain('{');
  const once = onceSchema.parse(JSON.parse(run.stdout));
  expect(run.status).toBe(0);
  expect(once.electron).toBe(process.env['RINGCUE_TEST_ELECTRON_VERSION']);
  expect(once.decrypted).toMatchObject({
    name: 'Grace Hopper',
    phone: '+12025550143',
    event: 'ringing',
  });
  expect(existsSync(once.screenshot)).toBe(true);
  expect(readFileSync(path.join(data, 'xdg/autostart/ringcue.desktop'), 'utf8')).toContain(
    `\nExec="${app}/ringcue"\n`,
  );
  // The database's native addon must load from the package alone, outside this repository.
  expect(readFileSync(path.join(data, 'logs/ringcue.log'), 'utf8')).not.toContain('database');
  const database = openDatabase(path.join(data, 'ringcue.db')).operations;
  expect(database.claims.since(0)).toHaveLength(1);
  database.file.close();
  expectStartRefusedOnceChanged(app);
}, 180_000);

function expectStartRefusedOnceChanged(app: string): void {
  const worker = 'dist/database-worker.cjs';
  appendFileSync(path.join(app, 'resources/app.asar.unpacked', worker), '\n');
  const data = temporaryFolder();
  const run = spawnSync(
    path.join(app, 'ringcue'),
    [...sandboxArguments, '--once', '--demo', '--user-data-dir', data],
    { encoding: 'utf8' },
  );
  expect(run.status).toBe(1);
  expect(run.stderr).toContain(`was changed after it was installed (${worker})`);
  expect(existsSync(path.join(data, 'ringcue.db'))).toBe(false);
}

it('declares the links that open the app to every system', () => {
  const require = createRequire(import.meta.url);
  const { protocols } = protocolsSchema.parse(
    require(path.join(root, 'build/electron-builder.config.cjs')),
  );
  expect(protocols.flatMap(({ schemes }) => schemes)).toEqual(linkSchemes);
  const installer = readFileSync(path.join(root, 'build/installer.nsh'), 'utf8');
  for (const scheme of linkSchemes.filter((name) => name !== 'ringcue')) {
    expect(installer).toContain(`URLAssociations" "${scheme}"`);
  }
});

it('draws its icons from one picture', async () => {
  for (const [name, bytes] of Object.entries(await drawIcons())) {
    expect(readFileSync(path.join(root, 'build/icons', name)).equals(bytes), name).toBe(true);
  }
});

it('has a configuration that electron-builder accepts for Windows, macOS and Linux', async () => {
  const require = createRequire(import.meta.url);
  const config = require(path.join(root, 'build/electron-builder.config.cjs')) as object;
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
    validateConfiguration: (config: object, log: object) => Promise<void>;
  };
  const log = { isEnabled: false, add: () => undefined };
  await validateConfiguration(config, log);
  await expect(validateConfiguration({ ...config, win: { nope: 1 } }, log)).rejects.toThrow(
    'configuration.win',
  );
  expect(config).toMatchObject({
    win: { target: [{ target: 'nsis' }, { target: 'msi' }, { target: 'zip' }] },
    mac: { target: [{ target: 'dmg', arch: ['x64', 'arm64', 'universal'] }, { target: 'zip' }] },
  });
});
