import { screen, type BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import type { RecentPopup } from '../../shared/ipc/views.ts';
import type { CallData } from '../../shared/model/call-fields.ts';
import { isPaused } from '../../shared/model/pause.ts';
import type { Popup } from '../../shared/model/popup.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import { errorText, type Log } from '../ports/log.ts';
import type { NativeLanguage } from '../ports/language.ts';
import { Listeners } from '../ports/listeners.ts';
import type { HistoryStore, PopupRecord } from '../storage/storage.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { placePopup, type Bounds } from './placement.ts';
import type { PlacementMemory } from './placement-memory.ts';
import {
  callerText,
  queueText,
  restoreRequest,
  storeRequest,
  type PopupRequest,
} from './popup-request.ts';
import { PopupWindow } from './popup-window.ts';
import type { PreparedUrls } from './prepared-urls.ts';
import type { WindowPool } from './window-pool.ts';

/** Less than this nobody would call late (seconds). */
const lateFrom = 5;
const isLate = ({ lateSeconds }: PopupRequest): boolean => lateSeconds >= lateFrom;

/** How many popups the desk lists. */
const shownRecent = 50;

/** A popup that came on screen, with its times in milliseconds since 1970. */
export interface PopupShown {
  readonly request: PopupRequest;
  readonly url: string;
  readonly window: BrowserWindow;
  readonly paintedAt: number;
}

export interface PopupServiceDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly history: HistoryStore;
  readonly urls: PreparedUrls;
  readonly pool: WindowPool;
  readonly placements: PlacementMemory;
  readonly browser: BrowserOpener;
  readonly language: NativeLanguage;
  readonly openFindBar: (window: BrowserWindow) => void;
  readonly onSignedIn: (popup: Popup) => void;
  readonly onChange: () => void;
}

/** Opens popups, one window per popup and call, and remembers them. */
export class PopupService {
  public readonly shown = new Listeners<PopupShown>();
  /** The window came, but with a page of ours that says why the CRM's did not. */
  public readonly notShown = new Listeners<PopupRequest>();
  private readonly windows = new Map<string, PopupWindow>();
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
    if (this.partition !== '') this.closeAll();
    this.partition = partition;
    // Whose calls these were is nobody else's business.
    this.records = [];
    await this.load();
    this.deps.onChange();
  }

  /** Opens (or raises) a popup. Nothing here waits for the disk: the call is ringing. */
  public open(request: PopupRequest): Result<null> {
    const { log } = this.deps;
    const result = this.tryOpen(request);
    if (result.ok) log.info('popup opened', { popup: request.popupId });
    else log.warn('popup not opened', { popup: request.popupId, problem: result.problem.message });
    this.record(request, result);
    return result;
  }

  public reopen(recordId: string): Result<null> {
    const record = this.records.find(({ id }) => id === recordId);
    if (record === undefined) return fail('This popup is no longer in the list.');
    const request = restoreRequest(record.popupId, record.request, this.deps.clock.now());
    if (request === undefined) return fail('This popup’s call can no longer be read.');
    return this.tryOpen(request);
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
    this.showWindow(
      `sign-in:${popupId}`,
      popup,
      url,
      this.deps.language.texts().signIn(popup.name),
    )?.window.focus();
    return ok(null);
  }

  public recent(): RecentPopup[] {
    return this.records.map(
      ({ lateSeconds, id, at, popupId, popupName, caller, queue, outcome, problem }) => ({
        lateSeconds,
        id,
        at,
        popupId,
        popupName,
        caller,
        queue,
        outcome,
        problem,
      }),
    );
  }

  /** When each popup was last asked for, by whomever sat here. */
  public lastUsed(): Record<string, number> {
    return Object.fromEntries(this.used);
  }

  public closeAll(): void {
    for (const window of [...this.windows.values()]) window.close();
    this.windows.clear();
  }

  private tryOpen(request: PopupRequest): Result<null> {
    const prepared = this.deps.urls.get(request.popupId);
    if (prepared === undefined) return fail('The hook opens a popup that no longer exists.');
    const { popup, build } = prepared;
    if (!popup.enabled) return fail('The popup is switched off.');
    if (isPaused(popup.pause, this.deps.clock.now())) return fail('The popup is paused.');
    if (!build.ok) return build;
    const address = build.value(request.call);
    if (!address.ok) return address;
    if (popup.window.target === 'browser') {
      this.deps.browser.open(address.value.url);
      return ok(null);
    }
    // The same page for the same call is raised; other values (a disposition, another agent) are another page.
    const key = JSON.stringify([popup.id, request.callKey, address.value.plainUrl]);
    const late = isLate(request) ? this.deps.language.texts().late(request.lateSeconds) : '';
    const title = [late, callerText(request.call), queueText(request.call), popup.name]
      .filter((part) => part !== '')
      .join(' – ');
    const opened = this.showWindow(key, popup, address.value.url, title);
    if (opened !== undefined) this.watchPaint(opened, request, address.value.url);
    return ok(null);
  }

  /** @returns the window when it is a new one */
  private showWindow(
    key: string,
    popup: Popup,
    url: string,
    title: string,
  ): PopupWindow | undefined {
    const existing = this.windows.get(key);
    if (existing !== undefined) {
      existing.raise();
      return undefined;
    }
    const { pool, placements, log, browser, language, openFindBar } = this.deps;
    const window = new PopupWindow(pool.take(this.partition), this.partition, popup, {
      log,
      browser,
      language,
      openFindBar,
      onMoved: (bounds) => placements.remember(popup.id, bounds),
      onSignedIn: () => this.deps.onSignedIn(popup),
      onClosed: () => this.windows.delete(key),
    });
    const bounds = this.place(popup);
    this.windows.set(key, window);
    window.open(url, title, bounds);
    return window;
  }

  private place(popup: Popup): Bounds {
    const primary = screen.getPrimaryDisplay().workArea;
    const others = screen.getAllDisplays().map(({ workArea }) => workArea);
    const taken = [...this.windows.values()].map(({ window }) => window.getBounds());
    const remembered = this.deps.placements.of(popup.id);
    return placePopup(popup.window, remembered, taken, [primary, ...others]);
  }

  private watchPaint(opened: PopupWindow, request: PopupRequest, url: string): void {
    void opened.painted().then((painted) => {
      if (painted.what === 'problem') this.notShown.emit(request);
      if (painted.what !== 'page') return;
      this.deps.log.info('popup painted', {
        popup: request.popupId,
        afterMs: Math.round(painted.at - request.receivedAt),
      });
      this.shown.emit({ request, url, window: opened.window, paintedAt: painted.at });
    });
  }

  private record(request: PopupRequest, result: Result<null>): void {
    const record: PopupRecord = {
      id: randomUUID(),
      agent: this.partition,
      at: this.deps.clock.now(),
      popupId: request.popupId,
      popupName: this.deps.urls.get(request.popupId)?.popup.name ?? request.popupId,
      caller: callerText(request.call),
      queue: queueText(request.call),
      outcome: result.ok ? 'opened' : 'failed',
      problem: result.ok ? '' : result.problem.message,
      lateSeconds: isLate(request) ? request.lateSeconds : 0,
      request: storeRequest(request),
    };
    this.records = [record, ...this.records].slice(0, shownRecent);
    this.used.set(record.popupId, record.at);
    this.deps.onChange();
    this.deps.history
      .add(record)
      .catch((error: unknown) =>
        this.deps.log.error('popup not recorded', { problem: errorText(error) }),
      );
  }
}
