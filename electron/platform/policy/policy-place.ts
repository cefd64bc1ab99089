import path from 'node:path';

/** Where an administrator puts the computer-wide policy. */
export function policyPlace(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (system === 'win32') {
    return path.win32.join(
      environment['ProgramData'] ?? 'C:\\ProgramData',
      'Ringcue',
      'policy.json',
    );
  }
  return system === 'darwin'
    ? '/Library/Application Support/Ringcue/policy.json'
    : '/etc/ringcue/policy.json';
}
