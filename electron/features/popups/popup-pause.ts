import { isPaused, pauseSchema, type Pause } from '../../../shared/model/pause.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { Clock } from '../../platform/clock.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';

const note = 'popups-paused';

/** The agent's own pause of all popups: webhooks go on. Kept over a restart. */
export class PopupPause {
  private cancel: () => void = () => undefined;

  public constructor(
    private readonly kept: Pick<KeptValues, 'of' | 'remember'>,
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  public current(): Pause | undefined {
    const text = this.kept.of(note);
    // Asked with every event and every popup: mostly there is none.
    if (text === undefined) return undefined;
    const stored = parseJson(text);
    const pause = stored.ok ? pauseSchema.safeParse(stored.value).data : undefined;
    return isPaused(pause, this.clock.now()) ? pause : undefined;
  }

  /** A pause of an earlier run ends in this one. */
  public start(): void {
    this.planEnd();
  }

  /** @param minutes undefined: until somebody resumes */
  public pause(minutes: number | undefined): void {
    const until = minutes === undefined ? undefined : this.clock.now() + minutes * 60_000;
    const pause = until === undefined ? {} : { until: new Date(until).toISOString() };
    this.kept.remember(note, JSON.stringify(pause));
    this.planEnd();
    this.onChange();
  }

  public resume(): void {
    this.cancel();
    this.kept.remember(note, '');
    this.onChange();
  }

  public dispose(): void {
    this.cancel();
  }

  private planEnd(): void {
    this.cancel();
    const until = this.current()?.until;
    if (until === undefined) return;
    this.cancel = this.clock.after(Date.parse(until) - this.clock.now(), this.onChange);
  }
}
