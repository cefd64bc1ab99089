import type { WhyNoUpdates } from '../../../shared/contract/views.ts';

/** How this Ringcue came onto the computer. */
export interface Installation {
  readonly system: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** The program that runs. */
  readonly executable: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The package says where newer versions are. */
  readonly hasAddress: boolean;
  /** Installed for all users of this computer. */
  readonly isForAll: boolean;
  /** Whether this account may replace the program. */
  readonly isOwn: boolean;
}

/** @returns why Ringcue does not update itself; undefined where it does */
export function whyNoUpdates(installation: Installation): WhyNoUpdates | undefined {
  if (!installation.isPackaged) return 'notPackaged';
  return whyNotOfThisKind(installation) ?? (installation.hasAddress ? undefined : 'noAddress');
}

/** What a package manager or an administrator installed for all is theirs to change. */
function whyNotOfThisKind(installation: Installation): WhyNoUpdates | undefined {
  const { system, executable, environment, isForAll, isOwn } = installation;
  if (system === 'linux') return (environment['APPIMAGE'] ?? '') === '' ? 'byPackage' : undefined;
  if (system === 'darwin') return isOwn ? undefined : 'forAll';
  const inProgramFiles = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432']
    .flatMap((name) => environment[name] ?? [])
    .some((folder) => executable.toLowerCase().startsWith(`${folder.toLowerCase()}\\`));
  return isForAll || inProgramFiles ? 'forAll' : undefined;
}
