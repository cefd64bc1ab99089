import { testCallKey } from '../../../shared/calls/test-call.ts';
import { storedCaller, type StoredCaller } from '../../../shared/calls/caller-text.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { isPaused } from '../../../shared/model/pause.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { pageWithoutCall } from '../../../shared/popup-url/page-without-call.ts';
import type { PopupUrl } from '../../../shared/popup-url/prepare-popup-url.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { NativeLanguage } from '../../platform/language.ts';
import type { HistoryKey } from '../../platform/storage/history-key.ts';
import type { BrowserOpener } from './browser-opener.ts';
import { crmPartitionOf, type CrmPartition } from './crm-partition.ts';
import type { PopupEvents } from './popup-events.ts';
import type { PopupRecords } from './popup-records.ts';
import { restoreRequest, type PopupRequest } from './popup-request.ts';
import type { PopupWindow } from './popup-window.ts';
import type { PopupWindows } from './popup-windows.ts';
import type { PreparedUrls } from './prepared-urls.ts';
import { signInWindow } from './sign-in-window.ts';
import { pageCallerOf, windowTitle } from './window-title.ts';
import { limits } from '../../../shared/limits.ts';
import { message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';

export interface PopupServiceDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Events<PopupEvents>;
  readonly records: PopupRecords;
  readonly urls: PreparedUrls;
  readonly windows: PopupWindows;
  readonly browser: BrowserOpener;
  readonly language: NativeLanguage;
  /** Who calls, for people. */
  readonly callerOf: (call: CallData) => StoredCaller;
  /** How numbers are written. */
  readonly showNumber: (number: string) => string;
  /** The agent has paused all popups. */
  readonly isPaused: () => boolean;
}

/** Opens popups, one window per popup and call, and remembers them. */
export class PopupService {
  private partition: CrmPartition | undefined;

  public constructor(private readonly deps: PopupServiceDeps) {}

  /** From now on popups are this agent's. Another agent's windows close. */
  public async useAgent(partition: CrmPartition, history: HistoryKey): Promise<void> {
    if (this.partition === partition) return;
    if (this.partition !== undefined) this.deps.windows.closeAll();
    this.partition = partition;
    await this.deps.records.useAgent(history);
    this.deps.events.emit('listChanged');
  }

  /** Opens (or raises) a popup. Nothing here waits for the disk: the call is ringing. */
  public open(request: PopupRequest, byPerson = false): Result<null> {
    const { log } = this.deps;
    const result = this.tryOpen(request, byPerson);
    if (result.ok) log.info('popup opened', { popup: request.popupId });
    else
      log.warn('popup not opened', {
        popup: request.popupId,
        problem: english(result.problem.message),
      });
    this.record(request, result);
    return result;
  }

  /** For people; the id where it is gone. */
  public nameOf(popupId: string): string {
    return this.deps.urls.get(popupId)?.popup.name ?? popupId;
  }

  public reopen(recordId: string): Result<null> {
    const record = this.deps.records.find(({ id }) => id === recordId);
    if (record === undefined) return fail(message('problem.popup.notListed'));
    const request = restoreRequest(record.popupId, record.request, this.deps.clock.now());
    if (request === undefined) return fail(message('problem.popup.callUnreadable'));
    return this.tryOpen(request, true);
  }

  /** Somebody asks for a popup of a call: it comes to the front, also while popups are paused. */
  public openByPerson(popupId: string, callKey: string, call: CallData): Result<null> {
    const before = this.deps.records.find(
      (one) => one.callKey === callKey && one.popupId === popupId && one.outcome === 'opened',
    );
    // With the values it had then: where its window is open still, it comes to the front.
    if (before !== undefined) return this.reopen(before.id);
    const receivedAt = this.deps.clock.now();
    return this.open({ popupId, callKey, call, receivedAt, lateSeconds: 0 }, true);
  }

  /** A definition that is not saved, on a call that is only tried: it joins no list and takes no other call's window. */
  public openDraft(draft: Popup, address: PopupUrl, call: CallData): Result<null> {
    const receivedAt = this.deps.clock.now();
    const callKey = testCallKey(receivedAt);
    const { target } = draft.window;
    const own = target === 'reused' ? 'window' : target;
    const popup = { ...draft, window: { ...draft.window, target: own } } as const;
    const request = { popupId: draft.id, callKey, call, receivedAt, lateSeconds: 0, isTest: true };
    return this.show(popup, address, request, true);
  }

  /** The call that a popup of the list was opened for. */
  public callOf(recordId: string): CallData | undefined {
    const record = this.deps.records.find(({ id }) => id === recordId);
    return record && restoreRequest(record.popupId, record.request, record.at)?.call;
  }

  /** The window of the sign-in button: the CRM's page without a call. */
  public openSignIn(popupId: string): Result<null> {
    const prepared = this.deps.urls.get(popupId);
    if (prepared === undefined) return fail(message('problem.popup.deleted'));
    const { popup } = prepared;
    const url = popup.signIn.url ?? pageWithoutCall(popup.url);
    const shown = this.deps.windows.show(
      {
        popup: { ...popup, window: signInWindow(popup.window) },
        callKey: 'sign-in',
        plainUrl: url,
        url,
        title: this.deps.language.t()('shell.signIn', { popup: popup.name }),
        caller: undefined,
        byPerson: true,
        onHeld: () => undefined,
      },
      this.sessionName(),
    );
    if (!shown.ok) return shown;
    shown.value.window.focus();
    return ok(null);
  }

  private tryOpen(request: PopupRequest, byPerson = false): Result<null> {
    const prepared = this.deps.urls.get(request.popupId);
    if (prepared === undefined) return fail(message('problem.rule.popupDeleted'));
    const { popup, build } = prepared;
    if (!popup.enabled) return fail(message('problem.popup.turnedOff'));
    if (isPaused(popup.pause, this.deps.clock.now())) return fail(message('problem.popup.paused'));
    if (!byPerson && this.deps.isPaused()) {
      return fail(message('problem.popup.allPaused'));
    }
    if (!build.ok) return build;
    const address = build.value(request.call);
    return address.ok ? this.show(popup, address.value, request, byPerson) : address;
  }

  private show(
    popup: Popup,
    { url, plainUrl }: PopupUrl,
    request: PopupRequest,
    byPerson: boolean,
  ): Result<null> {
    const { windows, browser, clock, events } = this.deps;
    if (popup.window.target === 'browser') {
      const isOpen = byPerson ? browser.open(url) : browser.openForRule(url);
      if (!isOpen) return fail(message('problem.popup.tooManyTabs', { limit: limits.browserTabs }));
      request.watch?.requested('browser', url, clock.now());
      return ok(null);
    }
    const title = windowTitle(request, popup.name, this.deps);
    const { callKey } = request;
    const onHeld = (second: Result<PopupWindow>): void =>
      this.movedToSecond(second, request, popup.name, url);
    const shown = windows.show(
      {
        popup,
        callKey,
        plainUrl,
        url,
        title,
        caller: pageCallerOf(request, this.deps.showNumber),
        byPerson,
        onHeld,
      },
      this.sessionName(),
    );
    if (!shown.ok) return shown;
    request.watch?.requested(shown.value.how, url, clock.now());
    if (shown.value.how === 'second') {
      events.emit('notice', message('problem.popup.secondWindow', { name: popup.name }));
    }
    // The person who opened it is looking at it.
    if (byPerson) shown.value.window.focus();
    if (shown.value.how !== 'raised') this.watchPaint(shown.value.window, request, url);
    return ok(null);
  }

  /** The window it was to reuse keeps its page. */
  private movedToSecond(
    second: Result<PopupWindow>,
    request: PopupRequest,
    name: string,
    url: string,
  ): void {
    const { events, clock } = this.deps;
    if (!second.ok) {
      request.watch?.notShown();
      events.emit('notice', second.problem.message);
      events.emit('notShown', request);
      return;
    }
    request.watch?.requested('second', url, clock.now());
    events.emit('notice', message('problem.popup.secondWindow', { name }));
    this.watchPaint(second.value, request, url);
  }

  private watchPaint(opened: PopupWindow, request: PopupRequest, url: string): void {
    const painting = opened.painted();
    this.deps.events.emit('opening', painting);
    void painting.then((painted) => {
      if (painted.what === 'problem') {
        request.watch?.notShown();
        this.deps.events.emit('notShown', request);
      }
      if (painted.what !== 'page') return;
      this.deps.log.info('popup painted', {
        popup: request.popupId,
        afterMs: Math.round(painted.at - request.receivedAt),
      });
      request.watch?.painted(painted.at);
      this.deps.events.emit('shown', {
        request,
        url,
        window: opened.window,
        paintedAt: painted.at,
      });
    });
  }

  private sessionName(): CrmPartition {
    return this.partition ?? crmPartitionOf(undefined);
  }

  private record(request: PopupRequest, result: Result<null>): void {
    const { records, events } = this.deps;
    const record = records.add(request, this.nameOf(request.popupId), result);
    const { at, popupName: name, queue, outcome, problem, callKey } = record;
    // The log is searched, so a number is logged as received.
    const caller = storedCaller(request.call);
    events.emit('recorded', { at, name, ...caller, queue, outcome, problem, callKey });
    events.emit('listChanged');
  }
}
