import type { WebContents } from 'electron';
import { stateStream } from '../../../shared/contract/wire.ts';
import type { DeskState, StatePatch } from '../../../shared/contract/views.ts';
import type { Clock } from '../clock.ts';

/**
 * Fifty calls at once change the state hundreds of times; a person sees about twenty pictures a second
 * (milliseconds). The popup itself never waits for this.
 */
const batchEvery = 50;

type Slice = keyof DeskState;
export type StateReaders = { readonly [S in Slice]: () => DeskState[S] };

/** Sends the desk what changed, in batches with consecutive revisions. */
export class StateStream {
  private readonly receivers = new Set<WebContents>();
  private readonly dirty = new Set<Slice>();
  private revision = 0;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly readers: StateReaders,
    private readonly clock: Clock,
  ) {}

  public addReceiver(contents: WebContents): void {
    this.receivers.add(contents);
    contents.once('destroyed', () => this.receivers.delete(contents));
  }

  /** Says that a slice may have changed. */
  public touch(slice: Slice): void {
    this.dirty.add(slice);
    this.cancel ??= this.clock.after(batchEvery, () => this.flush());
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
        recent: readers.recent(),
        lastUsed: readers.lastUsed(),
        config: readers.config(),
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
    this.cancel = undefined;
    const patch: Partial<DeskState> = {};
    for (const slice of this.dirty) Object.assign(patch, { [slice]: this.readers[slice]() });
    this.dirty.clear();
    this.revision += 1;
    const message: StatePatch = { revision: this.revision, patch };
    for (const receiver of this.receivers) receiver.send(stateStream, message);
  }
}
