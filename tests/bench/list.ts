/**
 * `npm run -s bench:list -- --popups N`: the real app with N popups; prints how long a keystroke in the list's
 * search takes until the frame that shows its result was painted, in milliseconds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { _electron } from 'playwright';
import { until } from '../support/until.ts';
import { bundle } from '../../build/bundle.mjs';
import { root } from '../../build/lib/paths.mjs';
import { findElectron } from '../../build/lib/runtime.mjs';
import { startDesktop } from '../../build/lib/system.mjs';

const { values } = parseArgs({ options: { popups: { type: 'string', default: '1000' } } });
const count = Number(values.popups);
const typed = ['p', 'o', 'p', 'u', 'p', ' ', '9', '9', 'Backspace', 'Backspace', '1', '2', '3'];
const rounds = 5;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-list-'));
  const popups = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `Popup ${index}`,
    url: `https://crm.example.com/${index}`,
  }));
  const document = { version: 3, agent: { id: '83' }, popups };
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(document));
  const electron = await findElectron();
  await bundle(electron);
  const display = process.platform === 'linux' ? await startDesktop() : undefined;
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...(asRoot ? ['--no-sandbox'] : []), root, '--user-data-dir', folder],
    env: { ...process.env, ...(display && { DISPLAY: display.display }) },
  });
  try {
    const desk = await until(
      () => app.windows().find((window) => window.url().startsWith('ringcue-app://app/desk')),
      'the desk',
    );
    await desk.getByRole('button', { name: 'Popups', exact: true }).click();
    const search = desk.getByRole('searchbox', { name: 'Search popups' });
    await search.focus();
    const times = await desk.evaluateHandle(() => {
      const list: number[] = [];
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          // The second frame after the key: by then the first, with the result, is on screen.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => list.push(performance.now() - timeStamp)),
          );
        },
        { capture: true },
      );
      return list;
    });
    let pressed = 0;
    for (let round = 0; round < rounds; round += 1) {
      await search.fill('');
      for (const key of typed) {
        await desk.keyboard.press(key === ' ' ? 'Space' : key);
        pressed += 1;
        await until(
          () => times.evaluate((list, count) => list.length >= count, pressed),
          `the frame after ${key}`,
        );
      }
    }
    const sorted = (await times.jsonValue()).sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    console.log(
      JSON.stringify({
        popups: count,
        keystrokes: sorted.length,
        medianMs: at(0.5),
        p95Ms: at(0.95),
      }),
    );
  } finally {
    await app.close();
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
