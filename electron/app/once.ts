import { app } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CrmVisit, DemoCallCentre } from '../features/demo/index.ts';
import { electronVersion } from '../platform/runtime.ts';
import { tell } from '../platform/tell.ts';
import { errorText } from '../platform/logging/log.ts';
import { english } from '../../shared/text/english.ts';
import type { PopupRequest, Popups, PopupShown } from '../features/popups/index.ts';

/** A popup that has not come by then does not come (milliseconds). */
const patience = 60_000;

/** `--once`: one call, one popup, one line of JSON about it, and the end. */
export class Once {
  private visit: CrmVisit | undefined;
  private first: Promise<PopupShown | PopupRequest | undefined> = Promise.resolve(undefined);

  public constructor(
    private readonly wanted: boolean,
    private readonly folder: string,
  ) {}

  /** The demo CRM was asked for its page. */
  public visited(visit: CrmVisit): void {
    this.visit ??= visit;
  }

  /** From the start on: a configured source may ring before the desk is on screen. */
  public watch({ events }: Popups): void {
    this.first = new Promise((resolve) => {
      const first = (value: PopupShown | PopupRequest): void => {
        for (const off of offs) off();
        resolve(value);
      };
      const offs = [events.on('shown', first), events.on('notShown', first)];
    });
  }

  public async run(popups: Popups, demo: DemoCallCentre): Promise<void> {
    if (!this.wanted) return;
    try {
      const rungAt = demo.isRunning() ? await demo.ring() : undefined;
      const timeout = wait(patience, undefined, { ref: false });
      const popup = await Promise.race([this.first, timeout]);
      if (popup === undefined) throw new Error(reasonForNone(popups));
      if (!('window' in popup)) throw new Error('the CRM page could not be loaded');
      if (demo.isRunning() && this.visit === undefined) {
        throw new Error('the CRM could not decrypt what it was sent');
      }
      await this.report(popup, rungAt ?? popup.request.receivedAt);
      app.quit();
    } catch (error) {
      tell(`No popup: ${errorText(error)}`);
      // Not exit(1): parts that are at work would make windows again while the app closes them.
      process.exitCode = 1;
      app.quit();
    }
  }

  private async report(popup: PopupShown, rungAt: number): Promise<void> {
    const screenshot = path.join(this.folder, 'once.png');
    const image = await popup.window.webContents.capturePage();
    await writeFile(screenshot, image.toPNG());
    const line = {
      electron: electronVersion,
      url: popup.url,
      decrypted: this.visit?.parameters ?? null,
      ringToRequestMs: this.visit === undefined ? null : this.visit.at - rungAt,
      ringToPaintMs: Math.round((popup.paintedAt - rungAt) * 10) / 10,
      screenshot,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

function reasonForNone({ records }: Popups): string {
  const failed = records.recent().find(({ outcome }) => outcome === 'failed');
  const problem = failed?.problem ?? null;
  return problem === null ? `none came on screen within ${patience / 1000} s` : english(problem);
}
