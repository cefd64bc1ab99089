import { randomInt } from 'node:crypto';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { message } from '../../../../shared/text/message.ts';
import type { HttpAnswer, Listening, ListenHttp } from '../../../platform/ports/http-listener.ts';
import { closePage, notFound } from '../http/answers.ts';

/** Below the ports that systems give to outgoing connections. */
const firstPort = 21_000;
const portCount = 8_000;
const maxTries = 20;

/** For a browser on this computer that comes back once; the answer waits for issuer and gateway. */
const limits = {
  headerBytes: 32 * 1024,
  bodyBytes: 0,
  headersMs: 5_000,
  requestMs: 60_000,
  connections: 16,
};

/** What the browser's tab shows in the end, and in which language. */
export type ReturnPage = (isSignedIn: boolean) => {
  readonly language: string;
  readonly text: string;
};

interface Wanted {
  /** As the offer has it, with or without a port. */
  readonly redirect: string;
  /** Known to the issuer's page and to us: what comes without it is from elsewhere. */
  readonly state: string;
  readonly listen: ListenHttp;
  readonly page: ReturnPage;
}

/** A browser that came back, and waits to be told what became of it. */
export interface Returned {
  readonly url: URL;
  readonly answer: (isSignedIn: boolean) => void;
}

/** Where the browser brings back the issuer's answer, once. */
export class BrowserReturn {
  private listening: Listening | undefined;
  private returned: (returned: Returned | undefined) => void = () => undefined;
  private isTaken = false;
  /** Undefined where it was closed before. */
  public readonly arrived = new Promise<Returned | undefined>((resolve) => {
    this.returned = resolve;
  });

  private constructor(
    public readonly redirect: URL,
    private readonly wanted: Wanted,
  ) {}

  public static async open(wanted: Wanted): Promise<Result<BrowserReturn>> {
    const given = new URL(wanted.redirect);
    const isFixed = given.port !== '';
    for (let tries = 0; tries < (isFixed ? 1 : maxTries); tries += 1) {
      const redirect = new URL(given);
      if (!isFixed) redirect.port = String(firstPort + randomInt(portCount));
      const opened = new BrowserReturn(redirect, wanted);
      if (await opened.listen()) return ok(opened);
    }
    return fail(message('problem.source.signInPort', { port: given.port }));
  }

  /** What is being answered is answered. */
  public close(): void {
    this.listening?.drain();
    this.returned(undefined);
  }

  private async listen(): Promise<boolean> {
    const place = { host: '127.0.0.1', port: Number(this.redirect.port) };
    const heard = await this.wanted.listen(place, limits, ({ method, target }) =>
      this.take(method, target),
    );
    if (heard.ok) this.listening = heard.value;
    return heard.ok;
  }

  /** Any page and program can call this port: without the state it learns nothing and ends nothing. */
  private take(method: string, target: string): Promise<HttpAnswer> {
    const { state, page } = this.wanted;
    const url = target.startsWith('/') ? new URL(this.redirect.origin + target) : undefined;
    const isOurs =
      method === 'GET' &&
      url?.pathname === this.redirect.pathname &&
      url.searchParams.get('state') === state;
    if (!isOurs || this.isTaken) return Promise.resolve(notFound);
    this.isTaken = true;
    return new Promise((resolve) => {
      const answer = (isSignedIn: boolean): void => {
        const { language, text } = page(isSignedIn);
        resolve(closePage(language, text));
      };
      this.returned({ url, answer });
    });
  }
}
