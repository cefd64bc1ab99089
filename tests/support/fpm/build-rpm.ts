import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Asked } from './fpm-arguments.ts';

/** A script in a spec: a per cent sign would be a macro. */
const script = (file: string): string => readFileSync(file, 'utf8').replaceAll('%', '%%');

/** Sections and fields of fpm's own template; the release is 1 where no build number is passed. */
function spec(asked: Asked, tree: string): string {
  const [first = ''] = asked.description.split('\n');
  return [
    `Name: ${asked.name}`,
    `Version: ${asked.version}`,
    'Release: 1',
    `Summary: ${asked['rpm-summary'] ?? first}`,
    'AutoReqProv: no',
    'Group: default',
    `License: ${asked.license}`,
    `Vendor: ${asked.vendor}`,
    `URL: ${asked.url}`,
    `Packager: ${asked.maintainer}`,
    ...asked.depends.map((one) => `Requires: ${one}`),
    '%description',
    asked.description,
    '%install',
    `cp -a "${tree}/." "%{buildroot}"`,
    '%post',
    script(asked['after-install']),
    '%postun',
    script(asked['after-remove']),
    '%files',
    '%defattr(-,root,root,-)',
    // Folders that others put things into belong to no package of ours.
    '/opt/*',
    ...asked.files.flatMap(({ to }) => (to.startsWith('/opt/') ? [] : [to])),
    '',
  ].join('\n');
}

/** @param tree the files of the package, where they will lie */
export function buildRpm(asked: Asked, tree: string, work: string): void {
  const file = path.join(work, 'package.spec');
  writeFileSync(file, spec(asked, tree));
  const settings = {
    _topdir: path.join(work, 'rpmbuild'),
    _rpmdir: path.join(work, 'made'),
    _rpmfilename: 'made.rpm',
    // The lowest level: what is built here is read by tests only.
    _binary_payload: 'w0T0.xzdio',
    // Nothing may be stripped or linked: the app checks what it is made of.
    __os_install_post: '%{nil}',
    debug_package: '%{nil}',
    _build_id_links: 'none',
  };
  const defines = Object.entries(settings).flatMap(([name, value]) => [
    '--define',
    `${name} ${value}`,
  ]);
  execFileSync('rpmbuild', ['-bb', '--target', asked.architecture, ...defines, file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [made = ''] = readdirSync(settings._rpmdir);
  copyFileSync(path.join(settings._rpmdir, made), asked.package);
}
