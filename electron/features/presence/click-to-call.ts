import { readDialText, type Dialled } from '../../../shared/model/dial-text.ts';
import { dialRisk, type DialRisk } from '../../../shared/model/dial-risk.ts';
import {
  parsePhoneLink,
  type EventLink,
  type PhoneLink,
} from '../../../shared/model/phone-link.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/logging/log.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Dialler } from './dialler.ts';
import { LinkLimit } from './link-limit.ts';

type Call = Extract<PhoneLink, { kind: 'call' }>;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly dialler: Dialler;
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

/**
 * Links from outside: `ringcue:` opens the desk or brings an event, a number is dialled. Threat: any
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
    } else if (!this.deps.dialler.isSet()) {
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
    if (!this.deps.dialler.isSet()) return fail(message('problem.dial.noUrl'));
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
    const { log, dialler, onNotice } = this.deps;
    const problem = await dialler.dial(number);
    if (problem !== undefined) return problem;
    log.info('dialled');
    if (then !== '') onNotice(message('problem.dial.thenEnter', { number, codes: then }));
    return undefined;
  }
}
