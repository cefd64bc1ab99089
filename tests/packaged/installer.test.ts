import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What electron-builder's own script has around ours; its plug-ins are on no registry. */
const around = (installer: string, output: string): string => `
Unicode true
!include LogicLib.nsh
!define APP_EXECUTABLE_FILENAME "Ringcue.exe"
Name Ringcue
OutFile "${output}"
InstallDir "$LOCALAPPDATA\\Programs\\Ringcue"
Var installMode
!include "${installer}"
Section
  StrCpy $installMode "all"
  SetOutPath "$INSTDIR"
  !insertmacro customInstall
  WriteUninstaller "$INSTDIR\\Uninstall Ringcue.exe"
SectionEnd
Section Uninstall
  !insertmacro customUnInstall
SectionEnd
`;

it('adds to the Windows installer what its compiler accepts without a warning', () => {
  const folder = temporaryFolder();
  const output = path.join(folder, 'installer.exe');
  const script = path.join(folder, 'installer.nsi');
  writeFileSync(script, around(path.join(root, 'build/installer.nsh'), output));
  const said = execFileSync('makensis', ['-WX', '-V4', script], { encoding: 'utf8' });
  expect(said.match(/WriteRegStr: .*Capabilities\\URLAssociations/g)).toHaveLength(2);
  expect(statSync(output).size).toBeGreaterThan(0);
});
