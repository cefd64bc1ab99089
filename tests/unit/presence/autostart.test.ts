import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { setAutostart } from '../../../electron/features/presence/autostart.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('starts the app with a Linux session, whatever is in its path, and no longer', () => {
  const home = temporaryFolder();
  const env = { XDG_CONFIG_HOME: home };
  const file = path.join(home, 'autostart/ringcue.desktop');
  setAutostart(true, env, '/opt/Ring "cue"/100%/$HOME/\\ringcue');
  const exec = /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  expect(exec).toBe(String.raw`"/opt/Ring \\"cue\\"/100%%/\\$HOME/\\\\ringcue"`);
  setAutostart(true, { ...env, APPIMAGE: '/home/ada/Ringcue.AppImage' });
  expect(readFileSync(file, 'utf8')).toContain('Exec="/home/ada/Ringcue.AppImage"');
  setAutostart(false, env);
  expect(existsSync(file)).toBe(false);
  setAutostart(false, env);
});
