import { stateStream } from '../../../shared/contract/wire.ts';
import type { DeskState, StatePatch } from '../../../shared/contract/views.ts';
import type { Clock } from '../clock.ts';

/**
 * Fifty calls at once change the state hundreds of times; a person sees about twenty pictures a second
 * (milliseconds). The popup itself never waits for this.
 */
const batchEvery = 50;
/** The longest that updates wait for a popup's first paint (milliseconds). */
const longestWait = 150;

type Slice = keyof DeskState;
export type StateReaders = { readonly [S in Slice]: () => DeskState[S] };

/** A page that shows the state. */
export interface StateReceiver {
  readonly send: (channel: string, patch: StatePatch) => void;
  readonly once: (event: 'destroyed', gone: () => void) => unknown;
}

/** Sends the desk what changed, in batches with consecutive revisions. */
export class StateStream {
  private readonly receivers = new Set<StateReceiver>();
  private readonly dirty = new Set<Slice>();
  private revision = 0;
  private cancel: (() => void) | undefined;
  private isWaiting = false;
  private isDue = false;

  public constructor(
    private readonly readers: StateReaders,
    private readonly clock: Clock,
  ) {}

  public addReceiver(contents: StateReceiver): void {
    this.receivers.add(contents);
    contents.once('destroyed', () => this.receivers.delete(contents));
  }

  /** Says that a slice may have changed. */
  public touch(slice: Slice): void {
    this.dirty.add(slice);
    this.cancel ??= this.clock.after(batchEvery, () => this.flush());
  }

  /**
   * Holds updates back until a popup is on screen: on two cores, drawing the desk delays the popup's first paint by
   * about 11 ms (measured).
   *
   * @param painted resolves when the popup is on screen, or does not come
   */
  public waitFor(painted: Promise<unknown>): void {
    // Not extended: with one popup after another, the desk would never update.
    if (this.isWaiting) return;
    this.isWaiting = true;
    const end = (): void => {
      if (!this.isWaiting) return;
      this.isWaiting = false;
      stopWaiting();
      if (this.isDue) this.flush();
    };
    const stopWaiting = this.clock.after(longestWait, end);
    void painted.then(end);
  }

  /** The whole state, with the revision that patches build on. */
  public whole(): { revision: number; state: DeskState } {
    const { readers } = this;
    return {
      revision: this.revision,
      state: {
        app: readers.app(),
        demo: readers.demo(),
        notices: readers.notices(),
        sources: readers.sources(),
        calls: readers.calls(),
        choices: readers.choices(),
        recent: readers.recent(),
        lastUsed: readers.lastUsed(),
        config: readers.config(),
        managed: readers.managed(),
        update: readers.update(),
        signIns: readers.signIns(),
        outbox: readers.outbox(),
        paused: readers.paused(),
        entryLog: readers.entryLog(),
        notes: readers.notes(),
        history: readers.history(),
        card: readers.card(),
      },
    };
  }

  public dispose(): void {
    this.cancel?.();
    this.receivers.clear();
  }

  private flush(): void {
    this.isDue = this.isWaiting;
    if (this.isDue) return;
    this.cancel = undefined;
    const patch: Partial<DeskState> = {};
    for (const slice of this.dirty) Object.assign(patch, { [slice]: this.readers[slice]() });
    this.dirty.clear();
    this.revision += 1;
    const message: StatePatch = { revision: this.revision, patch };
    for (const receiver of this.receivers) receiver.send(stateStream, message);
  }
}
