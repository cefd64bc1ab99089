import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/lib/paths.mjs';
import { endGroupWithTest } from '../support/end-with-test.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const document = readFileSync(path.join(root, 'docs/gateway.md'), 'utf8');

const blocks = (language: string): string[] =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([^\`]*)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

/** A shell that lines of the document are typed into, one block after another. Folders of the system are the test's. */
function startShell(folder: string, port: number) {
  const own = (text: string): string =>
    text
      .replaceAll(/\/(opt|etc|var\/lib|var\/backups)\//g, `${folder}/$1/`)
      .replaceAll('8080', String(port));
  const shell = spawn('sh', [], { cwd: root, detached: true });
  endGroupWithTest(shell);
  let said = '';
  shell.stdout.on('data', (data: Buffer) => (said += data.toString()));
  shell.stderr.on('data', (data: Buffer) => (said += data.toString()));
  return {
    own,
    type: (text: string): void => void shell.stdin.write(own(text)),
    /** Waits until something was said, and forgets it and all before. */
    says: async (pattern: RegExp, patience?: number): Promise<string> => {
      const found = await until(() => pattern.exec(said) ?? undefined, String(pattern), patience);
      said = said.slice(found.index + found[0].length);
      return found[0];
    },
  };
}

it('is installed, started, watched and backed up by the lines of its document', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const { own, type, says } = startShell(folder, port);
  const [install = '', start = '', service, container, ...rest] = blocks('sh');
  const [enrol = '', desks = '', watch = '', backup = ''] = rest;
  // gateway-deploy.test.ts runs the unit and the image: here is neither systemd as the first process nor Docker.
  expect([service, container]).toEqual([
    expect.stringContaining('systemctl enable'),
    expect.stringContaining('docker run'),
  ]);
  for (const name of ['etc/ringcue-gateway', 'var/lib', 'var/backups']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  const [configuration = ''] = blocks('json');
  writeFileSync(own('/etc/ringcue-gateway/gateway.json'), own(configuration));

  // What the first line installs, the tests need themselves.
  expect(install).toMatch(/^npm ci\n/);
  type(`${install.replace('npm ci\n', '')}echo installed\n`);
  await says(/^installed$/m);
  type(start.replace(/\n$/, ' &\n'));
  await says(/Server listening/);
  type(enrol);
  const code = await says(/\S+(?= {3}for one desk)/);
  const body = JSON.stringify({ code, token: 't'.repeat(43) });
  const headers = { 'content-type': 'application/json' };
  await fetch(`http://127.0.0.1:${port}/desk/enrol`, { method: 'POST', headers, body });
  type(desks);
  await says(/agent 83 {3}since/);
  await says(/1 desk removed/);
  const [sample = '', send = '', tail = '', ...asks] = watch.split('\n');
  type(`${sample}\n${send}\n`);
  await says(/200 \{"events":1/);
  // It shows what comes from its start on, of which it says nothing.
  type(`${tail} &\n`);
  await until(async () => {
    type(`${send}\n`);
    return says(/ringing/, 2_000).catch(() => undefined);
  }, 'the tail');
  type(asks.join('\n'));
  await says(/\{"status":"ok"/);
  await says(/^# HELP/m);
  type(`${backup}ls -l /var/backups/gateway.db\n`);
  await says(/gateway\.db\n/);
}, 120_000);
