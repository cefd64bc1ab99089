import { limits } from '../../../shared/limits.ts';
import { originOf } from '../../../shared/model/definition.ts';
import {
  supportAddressSchema,
  type SupportContact,
} from '../../../shared/model/support-contact.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';

/** More than a person clicks. A page that opens windows in a loop must not flood the desktop. */
const maxOfPages = 5;
const windowMs = 10_000;

/** Hands web addresses to the system's browser: http(s) only, and not too many at once. */
export class BrowserOpener {
  private readonly ofPages: number[] = [];
  private readonly ofRules: number[] = [];

  public constructor(
    private readonly openExternal: (url: string) => Promise<void>,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * For what a page asked for.
   *
   * @param isWanted a person has just pressed something in its window
   * @returns whether it was handed over
   */
  public openFromPage(url: string, isWanted: boolean): boolean {
    if (!isWanted) {
      this.log.warn('browser not opened: nobody clicked', { origin: originOf(url) });
      return false;
    }
    return this.hasRoom(this.ofPages, maxOfPages, url) && this.open(url);
  }

  /** For what a rule asked for: a flood of calls must not become one of tabs. @returns whether it was handed over */
  public openForRule(url: string): boolean {
    return this.hasRoom(this.ofRules, limits.browserTabs, url) && this.open(url);
  }

  /** @param recent when the last ones were opened; this one is added */
  private hasRoom(recent: number[], most: number, url: string): boolean {
    const now = this.clock.now();
    while (recent[0] !== undefined && now - recent[0] >= windowMs) recent.shift();
    if (recent.length >= most) {
      this.log.warn('browser not opened: too many at once', { origin: originOf(url) });
      return false;
    }
    recent.push(now);
    return true;
  }

  /** For a person who wants help. The address is what an administrator has set, and is checked all the same. */
  public openContact(contact: SupportContact | undefined): void {
    const address = supportAddressSchema.safeParse(contact?.address);
    if (!address.success) return;
    this.openExternal(address.data).catch((error: unknown) =>
      this.log.error('support contact did not open', { problem: errorText(error) }),
    );
  }

  /** For what a person asked for. */
  public open(url: string): boolean {
    const origin = originOf(url);
    if (origin === undefined) {
      this.log.warn('address not opened: only http and https are');
      return false;
    }
    this.openExternal(url).catch((error: unknown) =>
      this.log.error('browser did not open', { origin, problem: errorText(error) }),
    );
    return true;
  }
}
