import type { CallView } from '../../../shared/contract/call-views.ts';
import type { Clock } from '../../platform/clock.ts';

/** After an event of a call; by then its popup was asked for (milliseconds). */
const settled = 100;
/** A call without a popup waits for none longer than this (milliseconds). */
const popupWithin = 1_500;

interface Deps {
  readonly clock: Clock;
  readonly isOn: () => boolean;
  readonly view: (callKey: string) => CallView | undefined;
  readonly onChange: (shown: boolean) => void;
}

interface Running {
  isReady: boolean;
  isDismissed: boolean;
  readonly cancel: () => void;
}

/**
 * When the card is on screen: while a call of the agent runs, from its popup's first picture on, so that the popup never
 * waits for it; and not while the desk is looked at, which says the same.
 */
export class CardPresence {
  private readonly running = new Map<string, Running>();
  private readonly touched = new Set<string>();
  private cancel: (() => void) | undefined;
  private deskInFront = false;
  private isShown = false;

  public constructor(private readonly deps: Deps) {}

  public get shown(): boolean {
    return this.isShown;
  }

  /** An event of a call: looked at when its popup is on its way. */
  public callChanged(callKey: string): void {
    this.touched.add(callKey);
    this.cancel ??= this.deps.clock.after(settled, () => {
      this.cancel = undefined;
      for (const key of this.touched) this.look(key);
      this.touched.clear();
      this.decide();
    });
  }

  /** The popup of a call is on screen, or a page that says why not. */
  public popupShown(callKey: string): void {
    this.look(callKey);
    const call = this.running.get(callKey);
    if (call === undefined) return;
    call.cancel();
    call.isReady = true;
    this.decide();
  }

  public deskFocused(isInFront: boolean): void {
    this.deskInFront = isInFront;
    this.decide();
  }

  /** Until another call comes. */
  public dismiss(): void {
    for (const call of this.running.values()) call.isDismissed = true;
    this.decide();
  }

  /** Settings or the agent changed. */
  public apply(): void {
    for (const key of this.running.keys()) this.look(key);
    this.decide();
  }

  public dispose(): void {
    this.cancel?.();
    for (const { cancel } of this.running.values()) cancel();
    this.running.clear();
  }

  private look(key: string): void {
    const known = this.running.get(key);
    if (this.deps.view(key)?.outcome !== 'running') {
      known?.cancel();
      this.running.delete(key);
      return;
    }
    if (known !== undefined) return;
    const cancel = this.deps.clock.after(popupWithin, () => this.popupShown(key));
    this.running.set(key, { isReady: false, isDismissed: false, cancel });
  }

  private decide(): void {
    const calls = [...this.running.values()];
    const wanted = calls.some(({ isReady, isDismissed }) => isReady && !isDismissed);
    const shown = wanted && this.deps.isOn() && !this.deskInFront;
    if (shown === this.isShown) return;
    this.isShown = shown;
    this.deps.onChange(shown);
  }
}
