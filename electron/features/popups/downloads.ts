import { app, BrowserWindow, type Session, type WebContents } from 'electron';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/logging/log.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** A report may take its server that long after the click (milliseconds). */
const reason = 30_000;
/** Files for one click; a page that saves without end fills no disk. */
const mostForOneClick = 10;

interface Pressed {
  at: number;
  files: number;
  isTold: boolean;
}

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly onNotice: (said: Message) => void;
}

/**
 * What pages save. Threat: Electron asks where to save each file in a dialog that takes the keyboard, also for a
 * page that nobody looks at. A file is saved, into the Downloads folder and without a question, only where a
 * person pressed something in the window and it is still in front; nothing takes the focus.
 */
export class Downloads {
  private readonly presses = new WeakMap<WebContents, Pressed>();

  public constructor(private readonly deps: Deps) {}

  /** A person pressed something in a window. */
  public pressed(contents: WebContents): void {
    this.presses.set(contents, { at: this.deps.clock.now(), files: 0, isTold: false });
  }

  public install(session: Session): void {
    session.on('will-download', (event, item, contents) => {
      const name = path.basename(item.getFilename());
      const file = this.mayBegin(contents) ? freeFile(name) : undefined;
      if (file === undefined) {
        event.preventDefault();
        this.refused(contents, name);
        return;
      }
      item.setSavePath(file);
      item.once('done', (_event, state) => {
        this.deps.log.info('download ended', { state });
        if (state !== 'completed') return;
        this.deps.onNotice(message('problem.download.saved', { file: path.basename(file) }));
      });
    });
  }

  private mayBegin(contents: WebContents): boolean {
    const pressed = this.presses.get(contents);
    const isLookedAt = BrowserWindow.fromWebContents(contents)?.isFocused() ?? false;
    if (pressed === undefined || !isLookedAt) return false;
    if (this.deps.clock.now() - pressed.at > reason || pressed.files >= mostForOneClick) {
      return false;
    }
    pressed.files += 1;
    return true;
  }

  /** Said once until somebody presses something again: a page could try all day. */
  private refused(contents: WebContents, name: string): void {
    this.deps.log.warn('download refused');
    const known = this.presses.get(contents) ?? { at: 0, files: mostForOneClick, isTold: false };
    this.presses.set(contents, known);
    if (known.isTold) return;
    known.isTold = true;
    this.deps.onNotice(message('problem.download.refused', { file: name.slice(0, 100) }));
  }
}

/** A path in the Downloads folder that is not taken; undefined where there is none. */
function freeFile(name: string): string | undefined {
  const folder = app.getPath('downloads');
  const { name: stem, ext } = path.parse(name);
  for (let copy = 0; copy < 1_000; copy += 1) {
    const file = path.join(folder, copy === 0 ? name : `${stem} (${copy})${ext}`);
    if (!existsSync(file)) return file;
  }
  return undefined;
}
