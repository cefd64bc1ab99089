/** SHA-256 of each file of a release, by its name. */
export type Checksums = ReadonlyMap<string, string>;

export interface Release {
  readonly version: string;
  /** The folder that the files are downloaded from. */
  readonly url: string;
  readonly checksums: Checksums;
}

const identifier = 'Ringcue.Ringcue';
const summary = 'Opens the right CRM page the moment a call rings';
const schemaVersion = '1.9.0';

/** As `sha256sum --check` reads it. */
export const checksumFile = (checksums: Checksums): string =>
  [...checksums].map(([name, hash]) => `${hash}  ${name}\n`).join('');

/** @returns the three files of https://github.com/microsoft/winget-pkgs, by name */
export function wingetManifests(release: Release): Record<string, string> {
  const manifest = (type: string, lines: readonly string[]): string =>
    [
      `# yaml-language-server: $schema=https://aka.ms/winget-manifest.${type}.${schemaVersion}.schema.json`,
      `PackageIdentifier: ${identifier}`,
      `PackageVersion: ${release.version}`,
      ...lines,
      `ManifestType: ${type}`,
      `ManifestVersion: ${schemaVersion}`,
      '',
    ].join('\n');
  return {
    [`${identifier}.yaml`]: manifest('version', ['DefaultLocale: en-US']),
    [`${identifier}.installer.yaml`]: manifest('installer', [
      'InstallerType: nullsoft',
      'UpgradeBehavior: install',
      'Protocols: [ringcue, tel, callto]',
      'Installers:',
      ...['x64', 'arm64'].flatMap((arch) => installersOf(release, arch)),
    ]),
    [`${identifier}.locale.en-US.yaml`]: manifest('defaultLocale', [
      'PackageLocale: en-US',
      'Publisher: Ringcue',
      'PackageName: Ringcue',
      'License: MIT',
      `ShortDescription: ${summary}.`,
    ]),
  };
}

/** One installer serves a person and, with a switch, everyone on the computer. */
function installersOf({ version, url, checksums }: Release, arch: string): string[] {
  const name = `ringcue-${version}-win-${arch}.exe`;
  const hash = hashOf(checksums, name).toUpperCase();
  const scopes = { user: '/currentuser', machine: '/allusers' };
  return Object.entries(scopes).flatMap(([scope, custom]) => [
    `- Architecture: ${arch}`,
    `  Scope: ${scope}`,
    `  InstallerUrl: ${url}/${name}`,
    `  InstallerSha256: ${hash}`,
    '  InstallerSwitches:',
    `    Custom: ${custom}`,
  ]);
}

/** A cask of a Homebrew tap. */
export function cask({ version, url, checksums }: Release): string {
  const hash = (arch: string) => hashOf(checksums, `ringcue-${version}-mac-${arch}.dmg`);
  return `cask "ringcue" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${hash('arm64')}",
         intel: "${hash('x64')}"

  url "${url}/ringcue-#{version}-mac-#{arch}.dmg"
  name "Ringcue"
  desc "${summary}"
  homepage "${url.replace(/\/releases\/.*/, '')}"

  auto_updates true

  app "Ringcue.app"

  zap trash: [
    "~/Library/Application Support/Ringcue",
    "~/Library/Caches/ringcue-updater",
  ]
end
`;
}

function hashOf(checksums: Checksums, name: string): string {
  const hash = checksums.get(name);
  if (hash === undefined) throw new Error(`The release has no ${name}.`);
  return hash;
}
