import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ConfigFile } from './config.ts';
import { launchRingcue, type LaunchOptions } from './ringcue.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An app whose configuration is the user's own, so that everything can be changed. */
export function launchOwn(
  document: ConfigFile,
  { folder = temporaryFolder(), ...rest }: Omit<LaunchOptions, 'config'> = {},
) {
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  return launchRingcue({ folder, ...rest });
}
