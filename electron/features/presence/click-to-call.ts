import { readDialText, type Dialled } from '../../../shared/model/dial-text.ts';
import { dialRisk, type DialRisk } from '../../../shared/model/dial-risk.ts';
import {
  clickToCallUrl,
  parsePhoneLink,
  type EventLink,
  type PhoneLink,
} from '../../../shared/model/phone-link.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { Log } from '../../platform/logging/log.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { LinkLimit } from './link-limit.ts';

type Call = Extract<PhoneLink, { kind: 'call' }>;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly sendHttp: HttpClient;
  /** The address that dials, with `{number}` in it; empty where none is set, undefined where its key is missing. */
  readonly template: () => string | undefined;
  /** Numbers without a risk are dialled as they come. */
  readonly dialsWithoutAsking: () => boolean;
  /** Shows the number and asks whether to dial it. */
  readonly confirm: (number: string, risk: DialRisk | undefined) => Promise<boolean>;
  readonly openDesk: () => void;
  /** @returns false where no source takes an event by this link */
  readonly takeEvent: (link: EventLink) => boolean;
  /** A person should know: a sentence. */
  readonly onNotice: (said: Message) => void;
}

/** Milliseconds: somebody has clicked and waits. */
const timeout = 10_000;
const maxAnswer = 64 * 1024;

/**
 * Links from outside: `ringcue:` opens the desk or brings an event, a number goes to the address that dials. Threat: any
 * web page opens such links, as many as it likes. So a person sees each number first, one at a time.
 */
export class ClickToCall {
  private readonly limit: LinkLimit;
  private asking = false;

  public constructor(private readonly deps: Deps) {
    this.limit = new LinkLimit(deps.clock);
  }

  /** @param argv of a second start: the system hands a link over as its last argument */
  public openFrom(argv: readonly string[]): boolean {
    const link = argv.findLast((argument) => parsePhoneLink(argument) !== undefined);
    if (link !== undefined) this.open(link);
    return link !== undefined;
  }

  public open(text: string): void {
    const link = parsePhoneLink(text);
    const { log, onNotice, openDesk } = this.deps;
    if (link === undefined) {
      log.warn('link refused');
      return;
    }
    if (link.kind === 'event' || link.kind === 'ignored') {
      // Whose secret is wrong may be any web page's: the agent is not disturbed.
      const isTaken = link.kind === 'event' && this.deps.takeEvent(link.event);
      if (!isTaken) log.warn('event link ignored');
      return;
    }
    const turn = this.asking ? 'ignore' : this.limit.take();
    if (turn !== 'go') {
      log.warn('link ignored: too many, or one is asked about');
      if (turn === 'first') onNotice(message('problem.dial.tooMany'));
      return;
    }
    if (link.kind === 'open') {
      openDesk();
    } else if (link.kind === 'refused') {
      log.warn('link refused', { problem: english(link.said) });
      onNotice(link.said);
      openDesk();
    } else if (this.deps.template() === '') {
      onNotice(message('problem.dial.noUrl'));
      openDesk();
    } else {
      void this.call(link);
    }
  }

  /**
   * A person asked for it on the desk: the question is only about a risk.
   *
   * @returns `dialled: false` where they decided against it
   */
  public async callBack(text: string): Promise<Result<{ readonly dialled: boolean }>> {
    if (this.deps.template() === '') return fail(message('problem.dial.noUrl'));
    const read = readDialText(text);
    if (!read.ok) return fail(message('problem.dial.noCallNumber'));
    const { value } = read;
    const risk = dialRisk(value.number);
    if (risk !== undefined && (this.asking || !(await this.confirmed(value.number, risk)))) {
      return ok({ dialled: false });
    }
    const problem = await this.dial(value);
    return problem === undefined ? ok({ dialled: true }) : fail(problem);
  }

  private async call(link: Call): Promise<void> {
    const risk = dialRisk(link.number);
    const asks = risk !== undefined || !this.deps.dialsWithoutAsking();
    if (asks && !(await this.confirmed(link.number, risk))) return;
    const problem = await this.dial(link);
    if (problem !== undefined) this.deps.onNotice(problem);
  }

  private async confirmed(number: string, risk: DialRisk | undefined): Promise<boolean> {
    this.asking = true;
    const dials = await this.deps.confirm(number, risk);
    this.asking = false;
    if (!dials) this.deps.log.info('not dialled');
    return dials;
  }

  /** @returns what went wrong */
  private async dial({ number, then }: Dialled): Promise<Message | undefined> {
    const { log, sendHttp, onNotice } = this.deps;
    const template = this.deps.template();
    if (template === undefined) return message('problem.secret.keyMissing');
    const answer = await sendHttp({
      url: clickToCallUrl(template, number),
      method: 'GET',
      headers: {},
      timeoutMs: timeout,
      maxBytes: maxAnswer,
      onBadBody: 'cut',
      refuseLocal: true,
    });
    if (!answer.ok) {
      return message('problem.dial.failed', { problem: connectionProblem(answer.problem) });
    }
    const { status } = answer.value;
    if (status >= 400) return message('problem.dial.status', { status });
    log.info('dialled', { status });
    if (then !== '') onNotice(message('problem.dial.thenEnter', { number, codes: then }));
    return undefined;
  }
}
