import { hostname } from 'node:os';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { SyslogFraming } from '../../../shared/model/settings.ts';
import { parseUrl } from '../../../shared/model/definition.ts';
import type { Clock } from '../../platform/clock.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import type { SendBytes } from '../../platform/ports/send-bytes.ts';
import { sendSyslog, syslogTarget } from './syslog.ts';
import { message, type Message, verbatim } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';

/** Milliseconds between two batches, and the longest rest after failures. */
const every = 5_000;
const longestRest = 300_000;
const perBatch = 200;
/** Kept while the address does not answer; then the oldest go. */
const mostWaiting = 5_000;

export interface LogForwarderDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly sendHttp: HttpClient;
  readonly sendBytes: SendBytes;
  /**
   * `https://…`, `syslog://host:port`, `syslog+tcp://…` or `syslog+tls://…`; empty where nothing is forwarded, undefined where
   * its key is missing.
   */
  readonly url: () => string | undefined;
  /** Of syslog over TCP and TLS. */
  readonly framing?: (() => SyslogFraming) | undefined;
  /** Takes secrets out of a text. */
  readonly mask: (text: string) => string;
}

/**
 * Sends the log on, so that an administrator can answer for any desk. A help, no archive: it never keeps a
 * popup waiting, and what cannot be sent for long is dropped here and stays in the desk's own log.
 */
export class LogForwarder {
  private waiting: LogEntry[] = [];
  private rest = every;
  private cancel: (() => void) | undefined;
  private sending = false;

  public constructor(private readonly deps: LogForwarderDeps) {}

  public add(entries: readonly LogEntry[]): void {
    if (this.deps.url() === '') {
      this.waiting = [];
      return;
    }
    this.waiting = [...this.waiting, ...entries].slice(-mostWaiting);
    this.plan();
  }

  public stop(): void {
    this.cancel?.();
  }

  private plan(): void {
    if (this.sending) return;
    this.cancel ??= this.deps.clock.after(this.rest, () => {
      this.cancel = undefined;
      void this.send();
    });
  }

  private async send(): Promise<void> {
    const batch = this.waiting.slice(0, perBatch);
    const url = this.deps.url();
    if (batch.length === 0 || url === '') return;
    this.sending = true;
    const problem = await this.sendBatch(url, batch);
    this.sending = false;
    if (problem === undefined) {
      this.waiting = this.waiting.slice(batch.length);
      this.rest = every;
    } else {
      this.rest = Math.min(longestRest, this.rest * 2);
      this.deps.log.warn('log not forwarded', {
        problem: english(problem),
        waiting: this.waiting.length,
      });
    }
    if (this.waiting.length > 0) this.plan();
  }

  /** Never throws: what cannot be written would stop all that comes after it. @returns what went wrong */
  private async sendBatch(
    url: string | undefined,
    batch: readonly LogEntry[],
  ): Promise<Message | undefined> {
    if (url === undefined) return message('problem.secret.keyMissing');
    const { mask, sendBytes, framing } = this.deps;
    try {
      const parsed = parseUrl(url);
      const target = parsed && syslogTarget(parsed);
      if (target === undefined) return await this.sendJson(url, batch);
      return await sendSyslog(target, batch, mask, sendBytes, framing?.());
    } catch (error) {
      return verbatim(errorText(error));
    }
  }

  /** @returns what went wrong */
  private async sendJson(url: string, batch: readonly LogEntry[]): Promise<Message | undefined> {
    const entries = batch.map(withoutEvent);
    const answer = await this.deps.sendHttp({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: this.deps.mask(JSON.stringify({ desk: hostname(), entries })),
      timeoutMs: 15_000,
      maxBytes: 64 * 1024,
      onBadBody: 'cut',
    });
    if (!answer.ok) return connectionProblem(answer.problem);
    const { status } = answer.value;
    return status >= 200 && status < 300 ? undefined : message('problem.page.status', { status });
  }
}

/** The event as it came may hold what only this computer should keep. */
function withoutEvent(entry: LogEntry): LogEntry {
  if (entry.kind !== 'event') return entry;
  const { event: _event, ...rest } = entry;
  return rest;
}
