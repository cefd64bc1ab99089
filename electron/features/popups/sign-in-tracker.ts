import { originOf, parseUrl } from '../../../shared/model/definition.ts';
import type { Popup } from '../../../shared/model/popup.ts';

/** What a page that was reached means for signing in. */
export type SignInStep = 'crm' | 'signing-in' | 'open-pending';

/**
 * Follows the main frame through a sign-in. Many CRMs forget the address that was asked for and land on
 * their home page after the login: then the pending popup is opened once more, and once only, so that a
 * sign-in that bounces back and forth does not become a loop.
 */
export class SignInTracker {
  private signingIn = false;
  private openedPending = false;

  public constructor(private readonly popup: Pick<Popup, 'url' | 'signIn'>) {}

  /**
   * @param url where the main frame is now
   * @param wanted the popup's address; for a sign-in window the sign-in page itself
   * @param asksPassword whether the page has a password field
   */
  public reached(url: string, wanted: string, asksPassword = false): SignInStep {
    const isLogin = isLoginPage(url, this.popup) || (asksPassword && !samePath(url, wanted));
    if (isLogin) {
      this.signingIn = true;
      return 'signing-in';
    }
    if (!this.signingIn) return 'crm';
    this.signingIn = false;
    const arrived = sameAddress(url, wanted) || isLoginPage(wanted, this.popup);
    if (arrived || this.openedPending) return 'crm';
    this.openedPending = true;
    return 'open-pending';
  }
}

/** A page of another allowed origin, the sign-in page, or one of the CRM's own login paths. */
export function isLoginPage(url: string, popup: Pick<Popup, 'url' | 'signIn'>): boolean {
  const origin = originOf(url);
  if (origin === undefined) return false;
  const { signIn } = popup;
  if (origin !== originOf(popup.url)) {
    return signIn.origins.includes(origin) || origin === originOf(signIn.url ?? '');
  }
  if (signIn.url !== undefined && samePath(url, signIn.url) && !samePath(url, popup.url))
    return true;
  const path = parseUrl(url)?.pathname ?? '/';
  return signIn.loginPaths.some((login) => path === login || path.startsWith(`${login}/`));
}

const sameAddress = (a: string, b: string): boolean => parseUrl(a)?.href === parseUrl(b)?.href;
const samePath = (a: string, b: string): boolean =>
  originOf(a) === originOf(b) && parseUrl(a)?.pathname === parseUrl(b)?.pathname;
