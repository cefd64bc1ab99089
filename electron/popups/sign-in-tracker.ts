import { originOf, parseUrl } from '../../shared/model/definition.ts';
import type { Popup } from '../../shared/model/popup.ts';

/** What a page that was reached means for signing in. */
export type SignInStep = 'crm' | 'signing-in' | 'open-pending';

/**
 * Follows the main frame through a sign-in. Many CRMs forget the address that was asked for and land on
 * their home page after the login: then the pending popup is opened once more.
 */
export class SignInTracker {
  private signingIn = false;

  public constructor(private readonly popup: Pick<Popup, 'url' | 'signIn'>) {}

  /**
   * @param url where the main frame is now
   * @param wanted the popup's address
   */
  public reached(url: string, wanted: string): SignInStep {
    if (isLoginPage(url, this.popup)) {
      this.signingIn = true;
      return 'signing-in';
    }
    if (!this.signingIn) return 'crm';
    this.signingIn = false;
    return sameAddress(url, wanted) ? 'crm' : 'open-pending';
  }
}

/** A page of another allowed origin, or one of the CRM's own login paths. */
export function isLoginPage(url: string, popup: Pick<Popup, 'url' | 'signIn'>): boolean {
  const origin = originOf(url);
  if (origin === undefined) return false;
  if (origin !== originOf(popup.url)) {
    return popup.signIn.origins.includes(origin) || origin === originOf(popup.signIn.url ?? '');
  }
  const path = parseUrl(url)?.pathname ?? '/';
  return popup.signIn.loginPaths.some((login) => path === login || path.startsWith(`${login}/`));
}

const sameAddress = (a: string, b: string): boolean => parseUrl(a)?.href === parseUrl(b)?.href;
