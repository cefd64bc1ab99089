import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { limits } from '../../../shared/limits.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message } from '../../../shared/text/message.ts';
import { errorText } from '../logging/log.ts';
import { isAdministratorsAlone } from './windows-access.ts';

/** A link could be turned round between the check and the reading, and a pipe would wait for a writer. Windows has neither flag. */
const careful =
  process.platform === 'win32' ? 0 : fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK;
/** Milliseconds: PowerShell takes a second on a slow computer. */
const askedWithin = 15_000;

/**
 * Reads a policy file that only administrators may change, its folder included: it applies to every user of this computer.
 *
 * @param owner who has to own it, where files have an owner; root
 * @returns undefined where there is none
 */
export function readPolicyFile(file: string, owner = 0): Result<string | undefined> {
  let handle: number;
  try {
    handle = fs.openSync(file, fs.constants.O_RDONLY | careful);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return ok(undefined);
    return fail(message('problem.policy.unreadable', { file, reason: errorText(error) }));
  }
  try {
    const stats = fs.fstatSync(handle);
    if (!stats.isFile() || stats.size > limits.sharedConfigBytes) {
      return fail(message('problem.policy.notAFile', { file }));
    }
    if (!isSafe(file, stats, owner)) return fail(message('problem.policy.notSafe', { file }));
    return ok(fs.readFileSync(handle, 'utf8'));
  } catch (error) {
    return fail(message('problem.policy.unreadable', { file, reason: errorText(error) }));
  } finally {
    fs.closeSync(handle);
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function isSafe(file: string, stats: fs.Stats, owner: number): boolean {
  const folder = path.dirname(file);
  if (process.platform === 'win32') return [file, folder].every(isAdministratorsOnWindows);
  return [stats, fs.statSync(folder)].every(
    ({ uid, mode }) => uid === owner && (mode & 0o022) === 0,
  );
}

function isAdministratorsOnWindows(place: string): boolean {
  const command = '(Get-Acl -LiteralPath $env:RINGCUE_ASKED).Sddl';
  const sddl = execFileSync(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', command],
    {
      encoding: 'utf8',
      timeout: askedWithin,
      windowsHide: true,
      // By the environment: a path on the command line would be read as code.
      env: { ...process.env, RINGCUE_ASKED: place },
    },
  );
  return isAdministratorsAlone(sddl.trim());
}
