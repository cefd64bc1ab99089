import type { BrowserWindow } from 'electron';
import { originOf, parseUrl } from '../../../shared/model/definition.ts';
import { ask } from './ask.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/logging/log.ts';
import { HangWatch } from './hang-watch.ts';
import { isBlankPage } from './page-scripts.ts';
import { httpProblem, isCertificateError, loadProblem } from './problem/load-problem.ts';
import { isProblemPage, type ProblemAction, type ProblemKind } from './problem/problem-pages.ts';
import {
  ProblemScreen,
  type ProblemScreenDeps,
  type WindowSubject,
} from './problem/problem-screen.ts';
import { RetryPlan } from './problem/retry-plan.ts';
import { message, type Message } from '../../../shared/text/message.ts';

/** The user stopped it, or a newer navigation replaced it: no failure. */
const aborted = -3;
/** A page that draws nothing for so long after its document was there shows nothing at all (milliseconds). */
const blankAfter = 6_000;
/** Milliseconds in which a page answers whose own dialog was closed. */
const dialogGone = 1_000;
/** Who asks for a password, or for rights, has a page of its own for that. */
const ownPages = new Set([401, 403, 407]);

export interface PageHealthDeps extends ProblemScreenDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly isOnline: (host: string) => boolean;
}

interface HealthActions extends WindowSubject {
  readonly load: (url: string) => void;
}

/** Notices when a page is not there, and shows an error page, which retries automatically. */
export class PageHealth {
  private readonly retry: RetryPlan;
  private readonly screen: ProblemScreen;
  private cancelBlank: () => void = () => undefined;
  /** A person wants to see the page as it is. */
  private showAsIs = false;
  private asking = false;
  /** A person ended the page, which did not respond. */
  private ended = false;
  private hadPage = false;
  private question: AbortController | undefined;
  private cancelQuestion: () => void = () => undefined;

  public constructor(
    private readonly window: BrowserWindow,
    private readonly deps: PageHealthDeps,
    private readonly actions: HealthActions,
  ) {
    const { webContents } = window;
    this.retry = new RetryPlan({
      clock: deps.clock,
      isOnline: () => deps.isOnline(parseUrl(actions.wanted())?.host ?? ''),
      attempt: () => this.attempt(),
      onPlanned: (next) => this.screen.showNext(next),
    });
    this.screen = new ProblemScreen(window, deps, actions, () => this.retry.postpone());
    webContents.on('did-fail-load', (_event, code, name, _url, isMainFrame) => {
      if (isMainFrame && code !== aborted) this.failed(name);
    });
    webContents.on('did-navigate', (_event, url, status) => this.navigated(url, status));
    webContents.on('dom-ready', () => this.planBlankCheck());
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      deps.log.error('page crashed', { reason });
      this.showProblem(
        'crashed',
        message(this.ended ? 'problem.page.ended' : 'problem.page.crashed'),
      );
      this.ended = false;
    });
    new HangWatch(window, {
      clock: deps.clock,
      onHung: () => this.hung(),
      onResponds: () => this.responds(),
    });
    window.once('closed', () => this.stop());
  }

  public showProblem(kind: ProblemKind, detail: Message): void {
    if (this.window.isDestroyed()) return;
    this.actions.load(this.screen.address({ kind, detail }));
  }

  /** What a person pressed on our page, if a navigation is that. */
  public pressed(url: string): ReturnType<ProblemScreen['pressed']> {
    return this.screen.pressed(url);
  }

  /** The page itself, at a person's wish. */
  public again(action: Extract<ProblemAction, 'retry' | 'show'>): void {
    this.stop();
    this.retry.reset();
    this.showAsIs = action === 'show';
    this.actions.load(this.actions.wanted());
  }

  private navigated(url: string, status: number): void {
    this.cancelBlank();
    if (isProblemPage(url)) return;
    this.retry.stop();
    if (originOf(url) === undefined) {
      // A page can empty its own window. Before the first page it is the blank one of a prepared window.
      if (this.hadPage) this.showProblem('blank', message('problem.page.blank'));
      return;
    }
    this.hadPage = true;
    if (status < 400 || ownPages.has(status) || this.showAsIs) {
      this.retry.reset();
      return;
    }
    this.deps.log.warn('page answered with an error', { origin: originOf(url), status });
    this.showProblem('http', httpProblem(status));
    // A server that is overloaded comes back; a page that is not there does not.
    if (status >= 500 || status === 429) this.retry.plan();
  }

  private failed(name: string): void {
    this.deps.log.warn('page not loaded', {
      origin: originOf(this.actions.wanted()),
      problem: name,
    });
    if (isCertificateError(name)) {
      this.showProblem('certificate', loadProblem(name));
      return;
    }
    this.showProblem('load-failed', loadProblem(name));
    this.retry.plan();
  }

  private attempt(): void {
    if (this.window.isDestroyed() || !isProblemPage(this.window.webContents.getURL())) return;
    this.deps.log.info('page tried again', { origin: originOf(this.actions.wanted()) });
    this.actions.load(this.actions.wanted());
  }

  private planBlankCheck(): void {
    this.cancelBlank();
    // Events of a page still come when its window is closed already.
    if (this.window.isDestroyed()) return;
    const { webContents } = this.window;
    const url = webContents.getURL();
    if (this.showAsIs || originOf(url) === undefined) return;
    this.cancelBlank = this.deps.clock.after(blankAfter, () => {
      if (this.window.isDestroyed()) return;
      void isBlankPage(webContents).then((isBlank) => {
        if (!isBlank || this.window.isDestroyed() || webContents.getURL() !== url) return;
        this.deps.log.warn('page is blank', { origin: originOf(url) });
        this.showProblem('blank', message('problem.page.blank'));
      });
    });
  }

  /** Asks only when the window has focus: other popups are not affected. */
  private hung(): void {
    if (this.asking) return;
    this.asking = true;
    this.deps.log.warn('page does not respond', { origin: originOf(this.actions.wanted()) });
    if (this.window.isFocused()) this.askToEnd();
    else this.window.once('focus', this.askSoon);
  }

  /** A dialog of the page itself that was just answered gives the focus back: then the page answers, too. */
  private readonly askSoon = (): void => {
    this.cancelQuestion = this.deps.clock.after(dialogGone, this.askToEnd);
  };

  /** It was busy, and is back. */
  private responds(): void {
    if (!this.asking) return;
    this.deps.log.info('page responds again', { origin: originOf(this.actions.wanted()) });
    this.window.off('focus', this.askSoon);
    this.cancelQuestion();
    this.question?.abort();
    this.asking = false;
  }

  private readonly askToEnd = (): void => {
    const t = this.deps.language.t();
    const { window } = this;
    const { signal } = (this.question = new AbortController());
    const texts = {
      message: t('shell.hung.question'),
      detail: t('shell.hung.detail'),
      stay: t('shell.hung.wait'),
      go: t('shell.hung.restart'),
    };
    void ask(window, { type: 'warning', ...texts }, signal).then((ends) => {
      this.asking = false;
      // Its process does not respond: it can only be ended. The error page then offers to retry.
      if (!ends) return;
      this.ended = true;
      window.webContents.forcefullyCrashRenderer();
    });
  };

  private stop(): void {
    this.cancelQuestion();
    this.retry.stop();
    this.cancelBlank();
  }
}
