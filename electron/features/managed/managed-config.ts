import type { ManagedView } from '../../../shared/contract/views.ts';
import type { ConfigInput } from '../../../shared/model/config-document.ts';
import type { Policy, Remote } from '../../../shared/model/policy.ts';
import type { Message } from '../../../shared/text/message.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { english } from '../../../shared/text/english.ts';
import { Listeners } from '../../platform/listeners.ts';
import type { MachinePolicy } from '../../platform/policy/machine-policy.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
import { fetchConfig, type FetchDeps } from './fetch-config.ts';
import type { SharedConfig } from './open-config.ts';

const minute = 60_000;
/** Milliseconds until the server hears which revision runs here: not all desks at once. */
const reportWithin = 10_000;

export interface ManagedDeps extends FetchDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** As it was read when the app started. */
  readonly machine: MachinePolicy;
  readonly readMachine: () => MachinePolicy;
  /** The last good one of the URL, as it was read when the app started. */
  readonly kept: SharedConfig | undefined;
  readonly keptFile: DocumentFile;
  /** While the agent is in a call nothing changes. */
  readonly isBusy: () => boolean;
  readonly apply: (managed: {
    remote: ConfigInput | undefined;
    policy: ConfigInput | undefined;
  }) => void;
  readonly onProblem: (problem: Message) => void;
}

/** Keeps what the company decides up to date: the policy of this computer and the configuration at its URL. */
export class ManagedConfig {
  public readonly changed = new Listeners();
  private machine: MachinePolicy;
  private current: SharedConfig | undefined;
  private inForce: number | undefined;
  private etag: string | undefined;
  private isWaiting = false;
  /** The server has not heard of this revision yet. */
  private hasToReport = false;
  private checkedAt: number | undefined;
  /** Of the content; a server that does not answer is `unreachable`. */
  private refusal: Message | undefined;
  private unreachable: Message | undefined;
  private running: Promise<void> | undefined;
  private cancel: (() => void) | undefined;
  private stopped = false;

  public constructor(private readonly deps: ManagedDeps) {
    this.machine = deps.machine;
    this.current = deps.kept;
    this.inForce = deps.kept?.revision;
  }

  public start(): void {
    void this.check();
  }

  public stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  /** Looks for another policy and a newer revision now. Never throws. */
  public check(): Promise<void> {
    this.running ??= this.look().finally(() => {
      this.running = undefined;
      this.lookLater();
      this.changed.emit();
    });
    return this.running;
  }

  /** A call ended: what waited for that comes into force. */
  public settle(): void {
    if (!this.isWaiting || this.stopped || this.deps.isBusy()) return;
    const { current, deps, machine } = this;
    this.isWaiting = false;
    const isNew = this.inForce !== current?.revision;
    this.inForce = current?.revision;
    deps.apply({ remote: current?.input, policy: machine.policy?.configuration });
    deps.log.info('managed configuration in force', { revision: current?.revision });
    this.changed.emit();
    this.hasToReport = isNew;
    this.lookLater();
  }

  /** What the policy says of newer versions of the app. */
  public updates(): Policy['updates'] {
    return this.machine.policy?.updates;
  }

  public view(): ManagedView {
    const { machine, current, inForce, checkedAt, isWaiting } = this;
    const url = machine.policy?.remote?.url;
    return {
      policyFile: machine.policy === undefined ? undefined : machine.file,
      url: url && withoutQuery(url),
      revision: inForce,
      published: current?.revision === inForce ? current?.input.published : undefined,
      checkedAt,
      isWaiting,
      problem: machine.problem ?? this.refusal ?? this.unreachable,
    };
  }

  private async look(): Promise<void> {
    this.readMachineAgain();
    const remote = this.machine.policy?.remote;
    if (remote === undefined) {
      if (this.current !== undefined) this.isWaiting = true;
      this.current = undefined;
    } else await this.fetch(remote);
    this.settle();
  }

  /** A policy that became unreadable leaves the last good one in force. */
  private readMachineAgain(): void {
    const { machine } = this;
    const now = this.deps.readMachine();
    if (now.problem !== undefined) {
      this.say(now.problem, machine.problem);
      this.machine = { ...machine, problem: now.problem };
      return;
    }
    if (JSON.stringify(now.policy) !== JSON.stringify(machine.policy)) {
      this.isWaiting = true;
      this.etag = undefined;
    }
    this.machine = now;
  }

  private async fetch(remote: Remote): Promise<void> {
    const { etag, current, inForce } = this;
    const fetched = await fetchConfig(remote, { etag, current, inForce }, this.deps);
    if (this.stopped) return;
    if (!fetched.ok) {
      this.unreachable = fetched.problem.message;
      this.deps.log.warn('configuration not fetched', { problem: english(this.unreachable) });
      return;
    }
    this.unreachable = undefined;
    this.checkedAt = this.deps.clock.now();
    if (fetched.value.kind === 'unchanged') return;
    this.etag = fetched.value.etag;
    const { read } = fetched.value;
    if (read.ok) this.accept(read.value);
    else {
      this.say(read.problem.message, this.refusal);
      this.refusal = read.problem.message;
    }
  }

  private accept(config: SharedConfig): void {
    this.refusal = undefined;
    if (config.jws === this.current?.jws) return;
    try {
      this.deps.keptFile.write({ jws: config.jws });
    } catch (error) {
      this.deps.log.warn('configuration not kept', { problem: errorText(error) });
    }
    this.current = config;
    this.isWaiting = true;
  }

  /** Once, and not at each look. */
  private say(problem: Message, before: Message | undefined): void {
    if (JSON.stringify(problem) === JSON.stringify(before)) return;
    this.deps.log.warn('managed configuration refused', { problem: english(problem) });
    this.deps.onProblem(problem);
  }

  /** Between 90 and 110 per cent, so that the desks of a shift do not stay together. */
  private interval(): number {
    const every = this.machine.policy?.remote?.everyMinutes ?? 15;
    return every * minute * (0.9 + this.deps.random() * 0.2);
  }

  private lookLater(): void {
    this.cancel?.();
    if (this.stopped) return;
    const ms = this.hasToReport ? this.deps.random() * reportWithin : this.interval();
    this.cancel = this.deps.clock.after(ms, () => {
      this.hasToReport = false;
      void this.check();
    });
  }
}

/** A query may hold what gives access. */
function withoutQuery(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}
