import { clipboard, type BrowserWindow } from 'electron';
import { originOf } from '../../../../shared/model/definition.ts';
import type { SupportContact } from '../../../../shared/model/support-contact.ts';
import type { NativeLanguage } from '../../../platform/language.ts';
import { problemMarkup } from './problem-markup.ts';
import {
  isProblemPage,
  problemAction,
  type ProblemAction,
  type ProblemPage,
  type ProblemPages,
} from './problem-pages.ts';
import { nextNote, showCopied, showNextTry, type NextTry } from './problem-script.ts';
import {
  partOf,
  problemView,
  type CallerPart,
  type PageCaller,
  type Problem,
} from './problem-view.ts';

/** Notes about calls, as the page has them. */
export interface CallerNotes {
  /** What is written so far; undefined where no note of the call can be sent. */
  readonly of: (callKey: string) => string | undefined;
  readonly keep: (callKey: string, note: string) => void;
}

export interface ProblemScreenDeps {
  readonly pages: ProblemPages;
  readonly language: NativeLanguage;
  readonly notes: CallerNotes;
  /** Whom to ask for help; undefined where none is set. */
  readonly support: () => SupportContact | undefined;
}

/** What the window is for. */
export interface WindowSubject {
  /** The address. */
  readonly wanted: () => string;
  /** Whose page it is; undefined where it is nobody's, as for signing in. */
  readonly caller: () => PageCaller | undefined;
}

interface Shown extends Problem {
  readonly host: string;
  /** Of the page that failed: by now another call's may be on its way into the window. */
  readonly caller: PageCaller | undefined;
}

/** Our page in a window, in the place of the CRM's: what happened, and the caller who is still on the line. */
export class ProblemScreen {
  private readonly page: ProblemPage;
  private shown: Shown | undefined;
  private next: NextTry | undefined;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly deps: ProblemScreenDeps,
    private readonly subject: WindowSubject,
    /** Somebody writes a note. */
    private readonly onWriting: () => void,
  ) {
    this.page = deps.pages.add(() => this.render());
    window.webContents.on('dom-ready', () => void this.watch());
    window.once('closed', () => this.page.remove());
  }

  /** @returns the address of the page */
  public address(problem: Problem): string {
    const host = originOf(this.subject.wanted()) ?? '';
    this.shown = { ...problem, host, caller: this.subject.caller() };
    this.next = undefined;
    return this.page.url(problem.kind);
  }

  public showNext(next: NextTry): void {
    this.next = next;
    if (this.isThere()) showNextTry(this.window.webContents, next);
  }

  /** What a person pressed, if a navigation is that. What needs no more than the page itself is done. */
  public pressed(url: string): Exclude<ProblemAction, `copy-${CallerPart}`> | 'done' | undefined {
    const action = this.isThere() ? problemAction(url, this.page.id) : undefined;
    switch (action) {
      case 'copy-name':
        return this.copy('name');
      case 'copy-number':
        return this.copy('number');
      case 'copy-queue':
        return this.copy('queue');
      default:
        return action;
    }
  }

  private copy(part: CallerPart): 'done' {
    const caller = this.shown?.caller;
    if (caller === undefined) return 'done';
    void clipboard.writeText(partOf(caller, part));
    showCopied(this.window.webContents, part);
    return 'done';
  }

  private render(): string {
    const { shown, page, next, deps } = this;
    if (shown === undefined) return '';
    const { language, notes, support } = deps;
    const { caller } = shown;
    const parts = {
      ...shown,
      id: page.id,
      support: support(),
      note: caller && notes.of(caller.callKey),
      retries: next !== undefined,
    };
    return problemMarkup(problemView(parts, language.t(), language.name()));
  }

  /** The document that is there; the address shown may be one that is on its way. */
  private isThere(): boolean {
    return !this.window.isDestroyed() && isProblemPage(this.window.webContents.mainFrame.url);
  }

  private async watch(): Promise<void> {
    if (!this.isThere()) return;
    const { webContents } = this.window;
    const callKey = this.shown?.caller?.callKey;
    if (this.next !== undefined) showNextTry(webContents, this.next);
    while (callKey !== undefined) {
      const note = await nextNote(webContents);
      if (note === undefined || !this.isThere()) return;
      this.deps.notes.keep(callKey, note);
      this.onWriting();
    }
  }
}
