import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';
import { startCrm } from '../support/crm.ts';
import { endWithTest } from '../support/end-with-test.ts';
import { freePort } from '../support/free-port.ts';
import { startKeyring } from '../support/keyring.ts';
import { launchRingcue, type Ringcue } from '../support/ringcue.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const document = (name: string): string =>
  readFileSync(path.join(root, 'docs', `${name}.md`), 'utf8');

/** The code block of a language that holds a text. */
function block(text: string, language: string, holding: string): string {
  const blocks = text.split(`\`\`\`${language}\n`).map((part) => part.split('\n```')[0] ?? '');
  const found = blocks.slice(1).find((code) => code.includes(holding));
  if (found === undefined) throw new Error(`no ${language} with ${holding}`);
  return found;
}

/** This computer's own folders and port in the place of those that the documents name. */
async function ownPlaces() {
  const [folder, port] = [temporaryFolder(), await freePort()];
  const place = (text: string): string =>
    text
      .replaceAll('/opt/ringcue-gateway', `${folder}/opt`)
      .replaceAll('/etc/ringcue-gateway', `${folder}/etc`)
      .replaceAll('/var/lib/ringcue-gateway', `${folder}/data`)
      .replaceAll('8080', String(port));
  return { folder, port, place };
}

/** Does what docs/gateway.md says, block by block, each in a new terminal. */
async function followGatewayPage() {
  const { folder, port, place } = await ownPlaces();
  const page = document('gateway');
  const shell = (code: string): string =>
    execFileSync('sh', ['-ec', place(code)], { cwd: root, encoding: 'utf8' });
  // The packages are installed: this test is one of them.
  shell(block(page, 'sh', 'npm ci').replace('npm ci\n', ''));
  mkdirSync(path.join(folder, 'etc'));
  const config = place(block(page, 'json', '"listen"'));
  const file = path.join(folder, 'etc/gateway.json');
  writeFileSync(file, config);
  const start = place(block(page, 'sh', 'FEED_ACEFONE_SECRET='));
  const gateway = spawn('sh', ['-ec', start.replace(/\n(node \S+ \S+)$/, '\nexec $1')]);
  endWithTest(gateway);
  let said = '';
  for (const stream of [gateway.stdout, gateway.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  await until(() => {
    if (gateway.exitCode !== null) throw new Error(said);
    return said.includes('Server listening') || undefined;
  }, 'the gateway');
  const secrets = /^set -a.*$/m.exec(start)?.[0] ?? '';
  const enrol = block(page, 'sh', ' enrol ');
  const code = shell(`cd /opt/ringcue-gateway\n${secrets}\n${enrol}`).split(' ')[0] ?? '';
  const secret = readFileSync(path.join(folder, 'etc/secrets.env'), 'utf8').trim().split('=')[1];
  const deskUrl = /`(ws:\/\/127\.0\.0\.1[^`]+)`/.exec(page)?.[1] ?? '';
  return { config, code, secret: secret ?? '', deskUrl: place(deskUrl), port };
}

/** Does what docs/connect/acefone.md says on the desk. @returns how many presses and fields it took */
async function followConnectPage({ desk }: Ringcue, deskUrl: string, code: string, crm: string) {
  let steps = 0;
  const step = async (act: Promise<unknown>): Promise<void> => {
    steps += 1;
    await act;
  };
  const press = (name: string) => step(desk.getByRole('button', { name, exact: true }).click());
  const fill = (name: string, text: string) =>
    step(desk.getByRole('dialog').getByRole('textbox', { name, exact: true }).fill(text));
  await step(desk.getByLabel('Email').fill('ada@example.com'));
  await press('Continue');
  await press('Sources');
  // Without a source, Sources begins with “Connect your phone system”.
  await step(desk.getByTestId('tile-acefone').click());
  await press('Connect to the gateway');
  await fill('Server URL', deskUrl);
  await fill('Enrolment code', code);
  await press('Save');
  await desk.getByTestId('first-event-waiting').waitFor();
  const showsFirstEvent = async (): Promise<void> => {
    await desk.getByTestId('first-event-unmatched').waitFor();
    await desk.getByTestId('read-fields').getByText('+31201234567').first().waitFor();
  };
  const addPopup = async (): Promise<void> => {
    await press('Popups');
    await press('Add popup');
    await fill('Name', 'CRM');
    await fill('URL', `${crm}?phone={{callerNumber}}`);
    await press('Save');
    await desk.getByTestId('popup-row').waitFor();
  };
  return { steps: () => steps, showsFirstEvent, addPopup };
}

/** What Acefone sends with the entries of its page, as JSON. */
const acefoneBody = (call: string): string =>
  JSON.stringify({
    call_id: call,
    uuid: '610edefd7b4dd',
    caller_id_number: '918069010148',
    customer_no_with_prefix: '+31201234567',
    agent_number: '1004',
    start_stamp: new Date().toISOString(),
  });

it('comes from nothing to a popup by docs/gateway.md and docs/connect/acefone.md alone', async () => {
  const { config, code, secret, deskUrl, port } = await followGatewayPage();
  const page = document('connect/acefone');
  // The feed that the page has is in the configuration already.
  const feed: unknown = JSON.parse(block(page, 'json', '"acefone"'));
  expect(z.object({ feeds: z.array(z.unknown()) }).parse(JSON.parse(config)).feeds).toEqual([feed]);

  const crm = await startCrm();
  const ringcue = await launchRingcue(await startKeyring());
  const desk = await followConnectPage(ringcue, deskUrl, code, crm.url);
  const url = (/\| URL \| `([^`]+)`/.exec(page)?.[1] ?? '')
    .replace('https://gateway.example.com', `http://127.0.0.1:${port}`)
    .replace('SECRET', secret);
  const send = (call: string): string =>
    execFileSync('curl', ['-sS', '--fail', '--json', acefoneBody(call), url], { encoding: 'utf8' });
  expect(JSON.parse(send('first'))).toMatchObject({ events: 1 });
  await desk.showsFirstEvent();
  await desk.addPopup();
  send('second');
  await ringcue.popup(1);
  expect((await crm.visited(1))[0]).toBe('/call?phone=%2B31201234567');
  expect(desk.steps()).toBeLessThanOrEqual(14);
  console.log(`${desk.steps()} steps on the desk from the empty app to the popup`);
}, 120_000);
