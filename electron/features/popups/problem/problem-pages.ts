import { randomUUID } from 'node:crypto';
import type { Protocol } from 'electron';

/** Our own scheme for pages about a popup that could not be shown. Registered as standard in main.ts. */
export const problemScheme = 'ringcue-problem';

export type ProblemKind =
  'load-failed' | 'certificate' | 'redirected' | 'crashed' | 'http' | 'blank';

/** show: the page as it is, after all; support: ask for help. */
const problemActions = [
  'retry',
  'browser',
  'show',
  'support',
  'copy-name',
  'copy-number',
  'copy-queue',
] as const;
export type ProblemAction = (typeof problemActions)[number];

/** The link of a button. @param id of the page that has it */
export const actionUrl = (action: ProblemAction, id: string): string =>
  `${problemScheme}://action/${action}/${id}`;

/** The button that a URL belongs to. Threat: another page that presses it; it cannot know the id. */
export const problemAction = (url: string, id: string): ProblemAction | undefined =>
  problemActions.find((action) => url === actionUrl(action, id));

export const isProblemPage = (url: string): boolean => url.startsWith(`${problemScheme}://page/`);

/** One of the pages: where it is, and how it ends. */
export interface ProblemPage {
  /** Nobody can guess it. */
  readonly id: string;
  readonly url: (kind: ProblemKind) => string;
  readonly remove: () => void;
}

/**
 * Our pages about popups that could not be shown. What they say stays here: an address with a caller in it would
 * be in a window's history, and one with words in it could be made by others.
 */
export class ProblemPages {
  private readonly pages = new Map<string, () => string>();

  /** @param render the page as it is now */
  public add(render: () => string): ProblemPage {
    const id = randomUUID();
    this.pages.set(id, render);
    return {
      id,
      url: (kind) => `${problemScheme}://page/${kind}/${id}`,
      remove: () => void this.pages.delete(id),
    };
  }

  public serve(protocol: Protocol): void {
    protocol.handle(problemScheme, ({ url }) => {
      const render = this.pages.get(new URL(url).pathname.split('/').at(-1) ?? '');
      return new Response(render?.() ?? '', { status: render === undefined ? 404 : 200, headers });
    });
  }
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  // No page may put ours into a frame and dress it as its own.
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
