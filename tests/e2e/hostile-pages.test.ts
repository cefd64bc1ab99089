import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startBareApp } from '../support/bare-app.ts';
import { oneCrmConfig } from '../support/config.ts';
import { testEventServer } from '../support/event-server.ts';
import { callEvent } from '../support/events.ts';
import { useOwnDesktop } from '../support/own-desktop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { activeTitle, countWindows, startTypist } from '../support/typist.ts';
import { until } from '../support/until.ts';
import { combinations, startHostileSite, type Combination } from './hostile/hostile-site.ts';

useOwnDesktop();

/**
 * `npm run hostile` runs all, or those whose name holds a text; `npm test` every seventh, so that each place and most
 * kinds have their turn.
 */
const wanted = process.env['RINGCUE_HOSTILE'];
const isWhole = wanted === 'all';
const chosen = combinations.filter(({ attack, id }, index) =>
  wanted === undefined ? index % 7 === 0 : isWhole || `${id} ${attack.name}`.includes(wanted),
);
/** Fewer than all, so that what is found is found near its cause. */
const atOnce = 4;
/** The desk, its card, and the toolkit's own window that nobody sees. */
const own: ReadonlySet<string> = new Set(['Ringcue', 'Ringcue card', 'electron', 'ringcue']);

/** In the place of the system's own: what would start another program is written down. */
function watchExternal(): () => string {
  const folder = temporaryFolder();
  const file = path.join(folder, 'opened.txt');
  for (const name of ['xdg-open', 'gio', 'xdg-email']) {
    const program = path.join(folder, name);
    writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${file}\n`);
    chmodSync(program, 0o755);
  }
  process.env['PATH'] = `${folder}:${process.env['PATH'] ?? ''}`;
  return () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** The titles of all windows of the app, as X has them. */
function titles(): string[] {
  try {
    const tree = execFileSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8', stdio: 'pipe' });
    // Others are the window manager's and the toolkit's own.
    const ours = /0x[0-9a-f]+ "(.*)": \("[^"]*" "(?:Ringcue|ringcue|Electron|electron)"\)/g;
    return [...tree.matchAll(ours)].map(([, title = '']) => title);
  } catch {
    return titles(); // a window went while it was looked at
  }
}

it(
  `lets hostile pages do nothing: ${chosen.length} of ${combinations.length} combinations`,
  async () => {
    const external = watchExternal();
    const site = await startHostileSite();
    const events = await testEventServer();
    const app = startBareApp(
      oneCrmConfig(
        events.url,
        {
          url: site.url,
          window: { focus: 'show', width: 500, height: 400, close: { when: 'hangup' } },
        },
        { settings: { popupLimit: 50 } },
      ),
    );
    await events.connected();
    await until(() => countWindows('^Ringcue$', true) > 0 || undefined, 'the desk');
    const typist = await startTypist();
    const unexpected = new Set<string>();
    const tooMany = new Set<string>();
    const focused = new Set<string>();
    let typed = '';
    const look = (batch: readonly Combination[]): void => {
      const during = batch.map(({ id }) => id).join(' ');
      const active = activeTitle();
      if (active !== 'notes') focused.add(`${active} (${during})`);
      const counts = new Map<string, number>();
      for (const title of titles()) counts.set(title, (counts.get(title) ?? 0) + 1);
      for (const [title, count] of counts) {
        const id = title.split(' – ')[0] ?? '';
        if (title.endsWith(' – CRM')) {
          if (count > 1) tooMany.add(`${id}: ${count}`);
        } else if (!own.has(title)) unexpected.add(`${title} (${during})`);
      }
    };
    const send = (stage: string, { id }: Combination): void =>
      void events.send(callEvent(stage, { callId: id, contactName: id }));
    for (let first = 0; first < chosen.length; first += atOnce) {
      const batch = chosen.slice(first, first + atOnce);
      for (const one of batch) send('ringing', one);
      const text = `keys ${first} of a person who works elsewhere `;
      typed += text;
      const typing = typist.type(text, 25);
      for (const { id } of batch) {
        await until(() => site.has(id, 'begun') || undefined, `${id} to begin`);
      }
      await typing;
      look(batch);
      for (const one of batch) send('hangup', one);
      await until(
        () => {
          look(batch);
          const left = batch.filter(({ id }) => countWindows(`^${id} `, false) > 0);
          return left.length === 0 || undefined;
        },
        `the windows of ${batch.map(({ id }) => id).join(', ')} to close`,
      );
    }
    // Where keys are lost, the comparison says which.
    const last = until(() => typist.typed().length >= typed.length || undefined, 'the last key');
    await last.catch(() => undefined);
    expect({
      leaks: site.leaks(),
      unexpected: [...unexpected],
      tooMany: [...tooMany],
      focused: [...focused],
      external: external(),
      faults: ['uncaught error', 'unhandled rejection', 'not guarded'].flatMap((text) =>
        app.lines(text),
      ),
      typed: typist.typed(),
    }).toEqual({
      leaks: [],
      unexpected: [],
      tooMany: [],
      focused: [],
      external: '',
      faults: [],
      typed,
    });
  },
  isWhole ? 1_200_000 : 240_000,
);
