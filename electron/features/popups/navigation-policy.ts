import { originOf } from '../../../shared/model/definition.ts';
import type { Popup } from '../../../shared/model/popup.ts';

/**
 * allow: stay in the window; browser: hand to the system's browser; deny: nothing happens.
 */
export type NavigationVerdict = 'allow' | 'browser' | 'deny';

/** The origins a popup's window may show: the CRM's own, its sign-in page's, and those an admin listed. */
export function allowedOrigins(popup: Pick<Popup, 'url' | 'signIn'>): ReadonlySet<string> {
  const addresses = [popup.url, popup.signIn.url ?? popup.url, ...popup.signIn.origins];
  return new Set(addresses.map(originOf).filter((origin) => origin !== undefined));
}

/**
 * Where a page may send its window. Threat: a page (or an injected script) that leads the agent to a
 * look-alike sign-in page inside a window the agent trusts, or to file:, javascript: or an app's scheme.
 */
export function judgeNavigation(url: string, allowed: ReadonlySet<string>): NavigationVerdict {
  const origin = originOf(url);
  if (origin === undefined) return 'deny';
  return allowed.has(origin) ? 'allow' : 'browser';
}

/**
 * Where a frame inside a page may go: what a CRM embeds is its own choice, as long as it is of the web. Threat: a
 * frame with one of our own pages, a file, or a link that starts another program.
 */
export function mayFrame(url: string): boolean {
  if (originOf(url) !== undefined) return true;
  return /^(?:about:(?:blank|srcdoc)(?:[?#]|$)|data:|blob:)/i.test(url);
}
