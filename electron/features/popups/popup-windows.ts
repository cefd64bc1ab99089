import { screen, type BrowserWindow } from 'electron';
import type { CallSignal } from '../../../shared/calls/call-signals.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { CrmPartition } from './crm-partition.ts';
import type { AutoClosed, PopupEvents } from './popup-events.ts';
import { placeOnScreen, type Bounds } from '../../platform/windows/bounds.ts';
import type { PlacementMemory } from '../../platform/windows/placement-memory.ts';
import { displays, workAreas } from '../../platform/windows/screens.ts';
import { placePopup } from './placement.ts';
import { PopupWindow, type PopupWindowDeps, type WindowPage } from './popup-window.ts';
import type { WindowPool } from './window-pool.ts';
import { message } from '../../../shared/text/message.ts';
import type { CloseReason } from '../../../shared/model/log-entry.ts';

/** One popup for one call, to be shown. */
export interface ShowRequest extends WindowPage {
  readonly popup: Popup;
  readonly callKey: string;
  /** The same page for the same call is raised; other values (a disposition, another agent) are another. */
  readonly plainUrl: string;
  /** Requested by a person: the limit does not apply. */
  readonly byPerson: boolean;
  /** The page in the reused window does not let itself be left: the window that the call got instead. */
  readonly onHeld: (second: Result<PopupWindow>) => void;
}

/** How a popup came on screen. second: the reused window has unsaved input. */
export interface Shown {
  readonly how: 'raised' | 'new' | 'reused' | 'second';
  readonly window: PopupWindow;
}

interface Open {
  readonly popup: Popup;
  readonly window: PopupWindow;
  callKey: string;
  /** What its page is for. */
  plainUrl: string;
  cancelClose: () => void;
}

export interface PopupWindowsDeps extends Omit<
  PopupWindowDeps,
  'onMoved' | 'onSignedIn' | 'onClosed'
> {
  readonly clock: Clock;
  readonly pool: WindowPool;
  readonly placements: PlacementMemory;
  /** How many windows may be open at once. */
  readonly limit: () => number;
  readonly onSignedIn: (popup: Popup) => void;
  readonly events: Events<PopupEvents>;
}

/** The windows that are open: which one a call gets, its position, and when it closes automatically. */
export class PopupWindows {
  /** In the order opened. */
  private readonly open = new Map<string, Open>();
  private readonly bringBack = (): void => this.bringAllBack();

  public constructor(private readonly deps: PopupWindowsDeps) {
    screen.on('display-removed', this.bringBack);
    screen.on('display-metrics-changed', this.bringBack);
  }

  public dispose(): void {
    screen.off('display-removed', this.bringBack);
    screen.off('display-metrics-changed', this.bringBack);
    this.closeAll();
  }

  public show(request: ShowRequest, partition: CrmPartition): Result<Shown> {
    const { popup, callKey, plainUrl } = request;
    const isReused = popup.window.target === 'reused';
    const existing = this.open.get(keyOf(request));
    if (existing !== undefined) {
      existing.window.raise();
      return ok({ how: 'raised', window: existing.window });
    }
    const reused = isReused ? this.open.get(sharedKeyOf(request)) : undefined;
    if (reused?.callKey === callKey && reused.plainUrl === plainUrl) {
      reused.window.raise();
      return ok({ how: 'raised', window: reused.window });
    }
    if (reused !== undefined && !reused.window.hasEdits()) {
      this.replace(reused, request, partition);
      return ok({ how: 'reused', window: reused.window });
    }
    const key = isReused && reused === undefined ? sharedKeyOf(request) : keyOf(request);
    const window = this.openNew(key, request, partition);
    return window.ok
      ? ok({ how: reused === undefined ? 'new' : 'second', window: window.value })
      : window;
  }

  /** The call gets the window of an earlier one; where that one's page does not let itself be left, its own. */
  private replace(reused: Open, request: ShowRequest, partition: CrmPartition): void {
    const { callKey, plainUrl, popup, onHeld } = request;
    const shared = sharedKeyOf(request);
    const before = { callKey: reused.callKey, plainUrl: reused.plainUrl };
    Object.assign(reused, { callKey, plainUrl });
    this.planClose(shared, reused);
    reused.window.replace(request, () => {
      this.deps.log.info('page does not let itself be left', { popup: popup.id });
      Object.assign(reused, before);
      this.planClose(shared, reused);
      onHeld(this.openNew(keyOf(request), request, partition));
    });
  }

  private openNew(key: string, request: ShowRequest, partition: CrmPartition): Result<PopupWindow> {
    const { popup, callKey, plainUrl, byPerson } = request;
    if (!byPerson && !this.makeRoom()) {
      return fail(message('problem.popup.limit', { limit: this.deps.limit() }));
    }
    const window = this.create(key, popup, partition);
    const entry: Open = { popup, window, callKey, plainUrl, cancelClose: () => undefined };
    const bounds = this.place(popup);
    this.open.set(key, entry);
    window.open(request, bounds);
    this.planClose(key, entry);
    return ok(window);
  }

  /** Something happened to a call: its windows close where they are set so and nobody needs them. */
  public signal(callKey: string, signal: CallSignal): void {
    for (const [key, entry] of this.open) {
      if (entry.callKey !== callKey) continue;
      const { close } = entry.popup.window;
      const goes =
        signal === 'elsewhere'
          ? close.elsewhere && !entry.window.isTouched()
          : close.when === (signal === 'ended' ? 'hangup' : 'wrapup');
      if (goes) this.closeByItself(key, entry, signal);
    }
  }

  public closeAll(): void {
    for (const { window } of [...this.open.values()]) window.close();
    this.open.clear();
  }

  /** The desk came up over them while it started: a caller's page is what the agent needs to see. */
  public stayInFront(): void {
    for (const { window } of this.open.values()) window.stayInFront();
  }

  /** Requested by a person: asks first if a page has unsaved input. */
  public askAllToClose(): void {
    for (const { window } of [...this.open.values()]) window.askToClose();
  }

  /** @returns false where every window is in use */
  private makeRoom(): boolean {
    const tooMany = this.open.size - this.deps.limit() + 1;
    if (tooMany <= 0) return true;
    const untouched = [...this.open].filter(([, { window }]) => !window.isTouched());
    if (untouched.length < tooMany) return false;
    for (const [key, entry] of untouched.slice(0, tooMany)) this.closeByItself(key, entry, 'limit');
    return true;
  }

  private planClose(key: string, entry: Open): void {
    entry.cancelClose();
    const { when, seconds } = entry.popup.window.close;
    if (when !== 'after') return;
    entry.cancelClose = this.deps.clock.after(seconds * 1_000, () =>
      this.closeByItself(key, entry, 'time'),
    );
  }

  private closeByItself(key: string, { popup, window, callKey }: Open, reason: CloseReason): void {
    const facts = { popup: popup.id, reason };
    const tell = (outcome: AutoClosed['outcome']): void =>
      this.deps.events.emit('autoClosed', {
        callKey,
        name: popup.name,
        outcome,
        closedFor: reason,
      });
    if (window.hasEdits()) {
      this.deps.log.info('popup kept: something was written into it', facts);
      tell('kept');
      return;
    }
    this.deps.log.info('popup closed', facts);
    tell('closed');
    this.open.delete(key);
    window.close();
  }

  private create(key: string, popup: Popup, partition: CrmPartition): PopupWindow {
    const { pool, placements, onSignedIn } = this.deps;
    const window = new PopupWindow(pool.take(partition), partition, popup, {
      ...this.deps,
      onMoved: (bounds) => placements.remember(popup.id, displays(), bounds),
      onSignedIn: () => onSignedIn(popup),
      onClosed: () => {
        const entry = this.open.get(key);
        entry?.cancelClose();
        if (entry?.window === window) this.open.delete(key);
      },
    });
    return window;
  }

  private place(popup: Popup): Bounds {
    const taken = [...this.open.values()].map(({ window }) => window.window.getBounds());
    const remembered = this.deps.placements.of(popup.id, displays());
    return placePopup(popup.window, remembered, taken, workAreas());
  }

  /** A display is gone or became smaller: no popup may stay where nobody sees it. */
  private bringAllBack(): void {
    for (const { window } of this.open.values()) bringBack(window.window);
  }
}

/** A window for this call's page alone. */
const keyOf = ({ popup, callKey, plainUrl }: ShowRequest): string =>
  JSON.stringify([popup.id, callKey, plainUrl]);
/** The window that a popup's calls take turns in. */
const sharedKeyOf = ({ popup }: ShowRequest): string => JSON.stringify([popup.id]);

function bringBack(window: BrowserWindow): void {
  if (window.isDestroyed() || window.isMinimized()) return;
  const bounds = window.getBounds();
  const wanted = placeOnScreen(bounds, workAreas());
  if (JSON.stringify(wanted) !== JSON.stringify(bounds)) window.setBounds(wanted);
}
