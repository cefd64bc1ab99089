import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { policyOfNames } from '../../../shared/config/named-policy.ts';
import { isJsonObject, type JsonValue } from '../../../shared/json/json-value.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';

/** Where Group Policy writes; only administrators may. */
const registryKey = String.raw`HKLM\SOFTWARE\Policies\Ringcue`;
/** Where macOS puts what a configuration profile says; root's. */
const managedPreferences = '/Library/Managed Preferences/com.ringcue.desktop.plist';
/** Milliseconds: PowerShell takes a second on a slow computer. */
const askedWithin = 15_000;

/** Runs a program of the system. @returns what it printed. @throws where it failed */
export type RunProgram = (program: string, args: readonly string[]) => string;

const runProgram: RunProgram = (program, args) =>
  execFileSync(program, args, {
    encoding: 'utf8',
    timeout: askedWithin,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** What Group Policy or a configuration profile decides, as a policy; undefined where there is none. */
export function systemPolicy(
  system: NodeJS.Platform,
  run = runProgram,
  exists: (file: string) => boolean = existsSync,
): JsonValue | undefined {
  if (system === 'win32') return ofRegistry(run);
  return system === 'darwin' && exists(managedPreferences) ? ofProfile(run) : undefined;
}

function ofRegistry(run: RunProgram): JsonValue | undefined {
  try {
    // Quick to say that there is nothing, as on most computers. Its output has the console's code page.
    run('reg.exe', ['query', registryKey]);
  } catch {
    return undefined;
  }
  const command = [
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
    `$key = Get-Item -LiteralPath 'Registry::${registryKey}'`,
    '$all = @{}; foreach ($name in $key.GetValueNames()) { $all[$name] = $key.GetValue($name) }',
    'ConvertTo-Json -Compress -InputObject $all',
  ].join('; ');
  const json = parseJson(
    run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command]),
  );
  return json.ok && isJsonObject(json.value) ? policyOfNames(json.value) : undefined;
}

function ofProfile(run: RunProgram): JsonValue | undefined {
  const json = parseJson(run('plutil', ['-convert', 'json', '-o', '-', managedPreferences]));
  if (!json.ok || !isJsonObject(json.value)) return undefined;
  const own = Object.entries(json.value).filter(([name]) => !name.startsWith('Payload'));
  return Object.fromEntries(own);
}
