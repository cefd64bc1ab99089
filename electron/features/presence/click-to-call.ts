import {
  clickToCallUrl,
  parsePhoneLink,
  type EventLink,
  type PhoneLink,
} from '../../../shared/model/phone-link.ts';
import { connectionProblem } from '../../platform/ports/connection-problem.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { Log } from '../../platform/logging/log.ts';
import { message, type Message } from '../../../shared/text/message.ts';
import { english } from '../../../shared/text/english.ts';

type Call = Extract<PhoneLink, { kind: 'call' }>;

interface Deps {
  readonly log: Log;
  readonly sendHttp: HttpClient;
  /** The address that dials, with `{number}` in it; empty where none is set. */
  readonly template: () => string;
  readonly openDesk: () => void;
  /** @returns false where no source takes an event by this link */
  readonly takeEvent: (link: EventLink) => boolean;
  /** A person should know: a sentence. */
  readonly onNotice: (said: Message) => void;
}

/** Milliseconds: somebody has clicked and waits. */
const timeout = 10_000;
const maxAnswer = 64 * 1024;

/** Links from outside: `ringcue:` opens the desk or brings an event, a number goes to the address that dials. */
export class ClickToCall {
  public constructor(private readonly deps: Deps) {}

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
    if (link.kind === 'open') {
      openDesk();
      return;
    }
    if (link.kind === 'refused') {
      log.warn('link refused', { problem: english(link.said) });
      onNotice(link.said);
      openDesk();
      return;
    }
    const template = this.deps.template();
    if (template === '') {
      onNotice(message('problem.dial.noUrl'));
      openDesk();
      return;
    }
    void this.dial(clickToCallUrl(template, link.number), link);
  }

  private async dial(url: string, { number, then }: Call): Promise<void> {
    const { log, sendHttp, onNotice } = this.deps;
    const answer = await sendHttp({
      url,
      method: 'GET',
      headers: {},
      timeoutMs: timeout,
      maxBytes: maxAnswer,
      onBadBody: 'cut',
      refuseLocal: true,
    });
    if (!answer.ok) {
      onNotice(message('problem.dial.failed', { problem: connectionProblem(answer.problem) }));
    } else if (answer.value.status >= 400) {
      onNotice(message('problem.dial.status', { status: answer.value.status }));
    } else {
      log.info('dialled', { status: answer.value.status });
      if (then !== '') onNotice(message('problem.dial.thenEnter', { number, codes: then }));
    }
  }
}
