import { app } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CrmVisit } from './demo/crm-server.ts';
import type { DemoCallCentre } from './demo/demo-call-centre.ts';
import { electronVersion } from './runtime.ts';
import { errorText } from './ports/log.ts';
import type { PopupService, PopupShown } from './popups/popup-service.ts';

/** A popup that has not come by then does not come (milliseconds). */
const patience = 60_000;

/** `--once`: one call, one popup, one line of JSON about it, and the end. */
export class Once {
  private visit: CrmVisit | undefined;

  public constructor(
    private readonly wanted: boolean,
    private readonly folder: string,
  ) {}

  /** The demo CRM was asked for its page. */
  public visited(visit: CrmVisit): void {
    this.visit ??= visit;
  }

  public async run(popups: PopupService, demo: DemoCallCentre): Promise<void> {
    if (!this.wanted) return;
    try {
      const shown = firstShown(popups);
      const rungAt = demo.isRunning() ? await demo.ring() : undefined;
      const timeout = wait(patience, undefined, { ref: false });
      const popup = await Promise.race([shown, timeout]);
      if (popup === undefined) throw new Error(reasonForNone(popups));
      await this.report(popup, rungAt ?? popup.request.receivedAt);
      app.quit();
    } catch (error) {
      process.stderr.write(`No popup: ${errorText(error)}\n`);
      app.exit(1);
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

function firstShown(popups: PopupService): Promise<PopupShown> {
  return new Promise((resolve) => {
    const off = popups.shown.add((shown) => {
      off();
      resolve(shown);
    });
  });
}

function reasonForNone(popups: PopupService): string {
  const failed = popups.recent().find(({ outcome }) => outcome === 'failed');
  return failed?.problem ?? `none came on screen within ${patience / 1000} s`;
}
