import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { z } from 'zod';
import { linkSchemes } from '../../electron/features/presence/link-schemes.ts';
import { writeConfig } from '../support/config.ts';
import { hasOwnFileSystem } from '../support/own-policy.ts';
import { packageOf } from '../support/own-image.ts';
import { systemCopy } from '../support/system-copy.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const onceSchema = z.object({ decrypted: z.record(z.string(), z.string()) });

/** A short path of /tmp, which the copy of the system shares. */
function handedOver(version: string, ending: '.deb' | '.rpm'): string {
  const file = path.join(temporaryFolder(), `ringcue${ending}`);
  copyFileSync(packageOf(version, ending), file);
  return file;
}

const installed = 'readlink -f /usr/bin/ringcue; ls /usr/share/applications/ringcue.desktop';
const gone =
  'ls /opt/Ringcue /usr/bin/ringcue /usr/share/applications/ringcue.desktop 2>&1 || true';

it.runIf(hasOwnFileSystem)(
  'installs, runs, opens links, is replaced by a newer version and is removed: .deb',
  () => {
    const [old, next] = inject('images').versions;
    const system = systemCopy();
    const install = (version: string): string =>
      system.run(`apt-get install -y ${handedOver(version, '.deb')}; ${installed}`);
    expect(install(old)).toContain('/opt/Ringcue/ringcue\n/usr/share/applications');

    const home = temporaryFolder();
    const settings = { openLinks: true };
    const config = writeConfig(temporaryFolder(), { version: 3, settings });
    const environment = { HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') };
    const once = `ringcue --no-sandbox --once --demo --user-data-dir ${home}/data --config ${config}`;
    const { decrypted } = onceSchema.parse(JSON.parse(system.run(once, environment)));
    expect(decrypted).toMatchObject({ name: 'Grace Hopper', event: 'ringing' });
    const handlers = readFileSync(path.join(home, '.config/mimeapps.list'), 'utf8');
    for (const scheme of linkSchemes) {
      expect(handlers).toContain(`x-scheme-handler/${scheme}=ringcue.desktop`);
    }

    expect(install(next)).toContain('/opt/Ringcue/ringcue\n/usr/share/applications');
    expect(system.run("dpkg-query --show --showformat='${Version}' ringcue")).toBe(next);
    system.run('apt-get remove -y ringcue');
    expect(system.run(gone).match(/No such file/g)).toHaveLength(3);
  },
);

it.runIf(hasOwnFileSystem)('is replaced by a newer version and removed: .rpm', () => {
  const [old, next] = inject('images').versions;
  const system = systemCopy();
  // Its shell is bash on every system of that kind; what it needs has other names here.
  system.run('ln -sf bash /bin/sh');
  const rpm = (what: string): string => system.run(`rpm --force-debian --nodeps ${what}`);
  rpm(`-i ${handedOver(old, '.rpm')}`);
  expect(system.run(installed)).toContain('/opt/Ringcue/ringcue\n/usr/share/applications');
  rpm(`-U ${handedOver(next, '.rpm')}`);
  expect(system.run(installed)).toContain('/opt/Ringcue/ringcue\n/usr/share/applications');
  rpm('-e ringcue');
  expect(system.run(gone).match(/No such file/g)).toHaveLength(3);
});
