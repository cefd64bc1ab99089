import { originOf } from '../../../shared/model/definition.ts';
import {
  supportAddressSchema,
  type SupportContact,
} from '../../../shared/model/support-contact.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';

/** More than a person clicks. A page that opens windows in a loop must not flood the desktop. */
const maxPerWindow = 5;
const windowMs = 10_000;

/** Hands web addresses to the system's browser: http(s) only, and not too many at once. */
export class BrowserOpener {
  private recent: number[] = [];

  public constructor(
    private readonly openExternal: (url: string) => Promise<void>,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** For what a page asked for. @returns whether it was handed over */
  public openFromPage(url: string): boolean {
    const now = this.clock.now();
    this.recent = this.recent.filter((time) => now - time < windowMs);
    if (this.recent.length >= maxPerWindow) {
      this.log.warn('browser not opened: too many at once', { origin: originOf(url) });
      return false;
    }
    this.recent.push(now);
    return this.open(url);
  }

  /** For a person who wants help. The address is what an administrator has set, and is checked all the same. */
  public openContact(contact: SupportContact | undefined): void {
    const address = supportAddressSchema.safeParse(contact?.address);
    if (!address.success) return;
    this.openExternal(address.data).catch((error: unknown) =>
      this.log.error('support contact did not open', { problem: errorText(error) }),
    );
  }

  /** For what a person or a rule asked for. */
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
