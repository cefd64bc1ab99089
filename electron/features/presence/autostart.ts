import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a Linux desktop looks for what starts with it (XDG Autostart). */
const autostartFile = (env: Environment): string => {
  const given = env['XDG_CONFIG_HOME'];
  const config = given === undefined || given === '' ? path.join(homedir(), '.config') : given;
  return path.join(config, 'autostart/ringcue.desktop');
};

/**
 * A program's path as an Exec key takes it: quoted, with its quotes, dollars and backslashes escaped, once for
 * the quotes and once for the key; a percent sign would begin a field code.
 */
const execOf = (program: string): string =>
  `"${program
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;

const ownMark = 'X-Ringcue-Setting=launchAtLogin';

const entryOf = (program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ringcue',
    `Exec=${execOf(program)}`,
    'X-GNOME-Autostart-enabled=true',
    ownMark,
    '',
  ].join('\n');

/**
 * Starts Ringcue with a Linux session, or no longer: Electron's login items are for Windows and macOS.
 *
 * @param program of the installed app; an AppImage's own file, as its content is mounted elsewhere each time
 * @throws where the file cannot be written
 */
export function setAutostart(
  enabled: boolean,
  env: Environment = process.env,
  program: string = env['APPIMAGE'] ?? process.execPath,
): void {
  const file = autostartFile(env);
  const isThere = existsSync(file);
  if (!enabled) {
    // One that a person or IT put there stays.
    if (isThere && readFileSync(file, 'utf8').includes(ownMark)) rmSync(file);
    return;
  }
  const entry = entryOf(program);
  if (isThere && readFileSync(file, 'utf8') === entry) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, entry);
}
