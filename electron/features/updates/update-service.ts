import type { UpdateView, WhyNoUpdates } from '../../../shared/contract/views.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import type { Clock } from '../../platform/clock.ts';
import { Listeners } from '../../platform/listeners.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { Updater } from '../../platform/ports/updater.ts';

/** Milliseconds between looks, and until the first: a start has enough to do. */
const lookEvery = 4 * 3_600_000;
const firstLookWithin = 60_000;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly updater: Updater;
  /** Of the way it was installed; undefined where Ringcue updates itself. */
  readonly whyNot: WhyNoUpdates | undefined;
  readonly policy: () => Policy['updates'];
  /** Started with options such as `--config` that the installer would start the new version without. */
  readonly losesOptions: boolean;
  /** In a call nothing is fetched and nothing restarts. */
  readonly isBusy: () => boolean;
  readonly random: () => number;
}

/** Fetches newer versions while no call is on. They start when the agent says so, or with the next start. */
export class UpdateService {
  public readonly changed = new Listeners();
  private ready: string | undefined;
  private fetching: { readonly version: string; readonly abort: AbortController } | undefined;
  /** A look waits for the end of the call. */
  private isWaiting = false;
  private checkedAt: number | undefined;
  private problem: Message | undefined;
  private running: Promise<void> | undefined;
  private cancel: (() => void) | undefined;
  private stopped = false;

  public constructor(private readonly deps: Deps) {}

  public start(): void {
    this.lookAfter(firstLookWithin * this.deps.random());
  }

  public stop(): void {
    this.stopped = true;
    this.cancel?.();
    this.fetching?.abort.abort();
  }

  /** Looks for a newer version now and fetches it. Never throws. */
  public check(): Promise<void> {
    this.running ??= this.look().finally(() => {
      this.running = undefined;
      // The call that it waits for may have ended meanwhile.
      this.lookAfter(this.isWaiting && !this.deps.isBusy() ? 0 : lookEvery);
      this.changed.emit();
    });
    return this.running;
  }

  /** Calls began or ended, or the policy changed: a download gives way to both, and what waited is done after a call. */
  public settle(): void {
    // Every event of a call asks: what is on need not be counted for nothing.
    if (this.fetching === undefined && !this.isWaiting) return;
    if (this.deps.isBusy() || this.whyNot() !== undefined) this.fetching?.abort.abort();
    else if (this.isWaiting && !this.stopped) void this.check();
  }

  /** Puts the new version in place of this one; the last that this one does. */
  public readonly install = (): void => this.deps.updater.install();

  /** Whether the app may end now to start the new version. */
  public mayRestart(): Result<null> {
    if (this.ready === undefined || this.whyNot() !== undefined) {
      return fail(message('problem.update.none'));
    }
    if (this.deps.losesOptions) return fail(message('problem.update.options'));
    return this.deps.isBusy() ? fail(message('problem.update.inCall')) : ok(null);
  }

  public view(): UpdateView {
    const why = this.whyNot();
    if (why !== undefined) return { state: 'off', why };
    if (this.ready !== undefined) return { state: 'ready', version: this.ready };
    if (this.fetching !== undefined) return { state: 'fetching', version: this.fetching.version };
    if (this.isWaiting) return { state: 'waiting' };
    return { state: 'idle', checkedAt: this.checkedAt, problem: this.problem };
  }

  private whyNot(): WhyNoUpdates | undefined {
    const { whyNot, policy } = this.deps;
    return whyNot ?? (policy()?.off === true ? 'policy' : undefined);
  }

  private async look(): Promise<void> {
    const { updater, isBusy, clock, policy, log } = this.deps;
    this.isWaiting = false;
    if (this.whyNot() !== undefined || this.ready !== undefined) return;
    this.isWaiting = isBusy();
    if (this.isWaiting) {
      log.info('update waits for the end of the call');
      return;
    }
    try {
      const found = await updater.look(policy()?.url);
      this.checkedAt = clock.now();
      log.info('looked for updates', { found: found ?? 'none' });
      this.problem = undefined;
      if (found !== undefined && !this.stopped) await this.fetch(found);
    } catch (error) {
      log.warn('update not fetched', { problem: errorText(error) });
      this.problem = message('problem.update.notFetched', { reason: errorText(error) });
    }
  }

  private async fetch(version: string): Promise<void> {
    const { updater, isBusy, log } = this.deps;
    const abort = new AbortController();
    // A call may have come meanwhile: the download would share its line.
    if (isBusy()) abort.abort();
    else {
      this.fetching = { version, abort };
      this.changed.emit();
      await updater.fetch(abort.signal).finally(() => {
        this.fetching = undefined;
      });
    }
    if (abort.signal.aborted) {
      log.info('update waits for the end of the call', { version });
      this.isWaiting = true;
      return;
    }
    this.ready = version;
    log.info('update ready', { version });
  }

  private lookAfter(ms: number): void {
    this.cancel?.();
    if (this.stopped) return;
    this.cancel = this.deps.clock.after(ms, () => void this.check());
  }
}
