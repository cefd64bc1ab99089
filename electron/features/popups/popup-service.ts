import type { BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { callerText, queueText } from '../../../shared/calls/caller-text.ts';
import type { RecentPopup } from '../../../shared/contract/views.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { isPaused } from '../../../shared/model/pause.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import { Listeners } from '../../platform/listeners.ts';
import type { HistoryStore, PopupRecord } from '../../platform/storage/storage.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { restoreRequest, storeRequest, type PopupRequest } from './popup-request.ts';
import type { PopupWindow } from './popup-window.ts';
import type { PopupWindows } from './popup-windows.ts';
import type { PreparedUrls } from './prepared-urls.ts';

/** Less than this nobody would call late (seconds). */
const lateFrom = 5;
const isLate = ({ lateSeconds }: PopupRequest): boolean => lateSeconds >= lateFrom;

/** How many popups the desk lists. */
const shownRecent = 50;

/** It stays until it is closed, whatever calls do. */
const signInWindow = (window: Popup['window']): Popup['window'] => ({
  ...window,
  target: 'window',
  focus: 'show',
  close: { ...window.close, when: 'never', elsewhere: false },
});

/** A popup that came on screen, with its times in milliseconds since 1970. */
export interface PopupShown {
  readonly request: PopupRequest;
  readonly url: string;
  readonly window: BrowserWindow;
  readonly paintedAt: number;
}

/** A popup that was asked for, for the log. */
export interface PopupRecorded {
  readonly at: number;
  readonly name: string;
  readonly caller: string;
  readonly queue: string;
  readonly outcome: 'opened' | 'failed';
  readonly problem: string;
  readonly callKey: string;
}

export interface PopupServiceDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly history: HistoryStore;
  readonly urls: PreparedUrls;
  readonly windows: PopupWindows;
  readonly browser: BrowserOpener;
  readonly language: NativeLanguage;
  /** Who calls, for people. */
  readonly callerText: (call: CallData) => string;
  /** The agent has paused all popups. */
  readonly isPaused: () => boolean;
  readonly onRecorded: (recorded: PopupRecorded) => void;
  /** A person should know: a sentence. */
  readonly onNotice: (text: string) => void;
  readonly onChange: () => void;
}

/** Opens popups, one window per popup and call, and remembers them. */
export class PopupService {
  public readonly shown = new Listeners<PopupShown>();
  /** The window came, but with a page of ours that says why the CRM's did not. */
  public readonly notShown = new Listeners<PopupRequest>();
  private records: PopupRecord[] = [];
  private readonly used = new Map<string, number>();
  private partition = '';

  public constructor(private readonly deps: PopupServiceDeps) {}

  private async load(): Promise<void> {
    this.records = [...(await this.deps.history.newest(this.partition, shownRecent))];
    for (const { popupId, at } of await this.deps.history.lastUsed()) {
      this.used.set(popupId, Math.max(at, this.used.get(popupId) ?? 0));
    }
  }

  /** From now on windows belong to this partition. Another agent's windows close. */
  public async usePartition(partition: string): Promise<void> {
    if (this.partition === partition) return;
    if (this.partition !== '') this.deps.windows.closeAll();
    this.partition = partition;
    // Whose calls these were is nobody else's business.
    this.records = [];
    await this.load();
    this.deps.onChange();
  }

  /** Opens (or raises) a popup. Nothing here waits for the disk: the call is ringing. */
  public open(request: PopupRequest, byPerson = false): Result<null> {
    const { log } = this.deps;
    const result = this.tryOpen(request, byPerson);
    if (result.ok) log.info('popup opened', { popup: request.popupId });
    else log.warn('popup not opened', { popup: request.popupId, problem: result.problem.message });
    this.record(request, result);
    return result;
  }

  /** For people; the id where it is gone. */
  public nameOf(popupId: string): string {
    return this.deps.urls.get(popupId)?.popup.name ?? popupId;
  }

  public reopen(recordId: string): Result<null> {
    const record = this.records.find(({ id }) => id === recordId);
    if (record === undefined) return fail('This popup is no longer in the list.');
    const request = restoreRequest(record.popupId, record.request, this.deps.clock.now());
    if (request === undefined) return fail('This popup’s call can no longer be read.');
    return this.tryOpen(request, true);
  }

  /** Somebody asks for a popup of a call: it comes to the front, also while popups are paused. */
  public openByPerson(popupId: string, callKey: string, call: CallData): Result<null> {
    const before = this.records.find(
      (one) => one.callKey === callKey && one.popupId === popupId && one.outcome === 'opened',
    );
    // With the values it had then: where its window is open still, it comes to the front.
    if (before !== undefined) return this.reopen(before.id);
    const receivedAt = this.deps.clock.now();
    return this.open({ popupId, callKey, call, receivedAt, lateSeconds: 0 }, true);
  }

  /** The call that a popup of the list was opened for. */
  public callOf(recordId: string): CallData | undefined {
    const record = this.records.find(({ id }) => id === recordId);
    return record && restoreRequest(record.popupId, record.request, record.at)?.call;
  }

  /** The window of the sign-in button: the CRM's page without a call. */
  public openSignIn(popupId: string): Result<null> {
    const prepared = this.deps.urls.get(popupId);
    if (prepared === undefined) return fail('This popup no longer exists.');
    const { popup } = prepared;
    const url = popup.signIn.url ?? popup.url;
    const shown = this.deps.windows.show(
      {
        popup: { ...popup, window: signInWindow(popup.window) },
        callKey: 'sign-in',
        plainUrl: url,
        url,
        title: this.deps.language.texts().signIn(popup.name),
        byPerson: true,
      },
      this.partition,
    );
    if (!shown.ok) return shown;
    shown.value.window.focus();
    return ok(null);
  }

  public recent(): RecentPopup[] {
    return this.records.map(({ agent: _agent, request: _request, ...shown }) => shown);
  }

  /** When each popup was last asked for, by whomever sat here. */
  public lastUsed(): Record<string, number> {
    return Object.fromEntries(this.used);
  }

  private tryOpen(request: PopupRequest, byPerson = false): Result<null> {
    const { windows, browser, language, clock, onNotice } = this.deps;
    const prepared = this.deps.urls.get(request.popupId);
    if (prepared === undefined) return fail('The rule opens a popup that no longer exists.');
    const { popup, build } = prepared;
    if (!popup.enabled) return fail('The popup is turned off.');
    if (isPaused(popup.pause, clock.now())) return fail('The popup is paused.');
    if (!byPerson && this.deps.isPaused()) {
      return fail('Popups are paused. Resume them on the desk.');
    }
    if (!build.ok) return build;
    const address = build.value(request.call);
    if (!address.ok) return address;
    const { url, plainUrl } = address.value;
    if (popup.window.target === 'browser') {
      browser.open(url);
      request.watch?.requested('browser', url, clock.now());
      return ok(null);
    }
    const late = isLate(request) ? language.texts().late(request.lateSeconds) : '';
    const test = request.isTest === true ? language.texts().test : '';
    const title = [
      test,
      late,
      this.deps.callerText(request.call),
      queueText(request.call),
      popup.name,
    ]
      .filter((part) => part !== '')
      .join(' – ');
    const { callKey } = request;
    const shown = windows.show({ popup, callKey, plainUrl, url, title, byPerson }, this.partition);
    if (!shown.ok) return shown;
    request.watch?.requested(shown.value.how, url, clock.now());
    if (shown.value.how === 'second') {
      onNotice(
        `The page of “${popup.name}” has unsaved input, so the call opened in a second window.`,
      );
    }
    // Whoever asked is looking.
    if (byPerson) shown.value.window.focus();
    if (shown.value.how !== 'raised') this.watchPaint(shown.value.window, request, url);
    return ok(null);
  }

  private watchPaint(opened: PopupWindow, request: PopupRequest, url: string): void {
    void opened.painted().then((painted) => {
      if (painted.what === 'problem') {
        request.watch?.notShown();
        this.notShown.emit(request);
      }
      if (painted.what !== 'page') return;
      this.deps.log.info('popup painted', {
        popup: request.popupId,
        afterMs: Math.round(painted.at - request.receivedAt),
      });
      request.watch?.painted(painted.at);
      this.shown.emit({ request, url, window: opened.window, paintedAt: painted.at });
    });
  }

  private record(request: PopupRequest, result: Result<null>): void {
    const record: PopupRecord = {
      id: randomUUID(),
      agent: this.partition,
      at: this.deps.clock.now(),
      popupId: request.popupId,
      popupName: this.nameOf(request.popupId),
      caller: this.deps.callerText(request.call),
      queue: queueText(request.call),
      outcome: result.ok ? 'opened' : 'failed',
      problem: result.ok ? '' : result.problem.message,
      lateSeconds: isLate(request) ? request.lateSeconds : 0,
      callKey: request.callKey,
      request: storeRequest(request),
    };
    this.records = [record, ...this.records].slice(0, shownRecent);
    this.used.set(record.popupId, record.at);
    const { at, popupName: name, queue, outcome, problem, callKey } = record;
    // The log is searched, so a number is logged as received.
    const caller = callerText(request.call);
    this.deps.onRecorded({ at, name, caller, queue, outcome, problem, callKey });
    this.deps.onChange();
    this.deps.history
      .add(record)
      .catch((error: unknown) =>
        this.deps.log.error('popup not recorded', { problem: errorText(error) }),
      );
  }
}
