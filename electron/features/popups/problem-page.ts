import type { Protocol } from 'electron';
import type { NativeLanguage } from '../../platform/language.ts';
import type { Message } from '../../../shared/text/message.ts';

/** Our own scheme for pages about a popup that could not be shown. Registered as standard in main.ts. */
export const problemScheme = 'ringcue-problem';

export type ProblemKind =
  'load-failed' | 'certificate' | 'redirected' | 'crashed' | 'http' | 'blank';
/** show: the page as it is, after all. */
export type ProblemAction = 'retry' | 'browser' | 'show';

/** Address of a page that says what happened, in the person's language. `detail` is a sentence of ours. */
export function problemUrl(
  kind: ProblemKind,
  host: string,
  detail: Message,
  language: NativeLanguage,
): string {
  const t = language.t();
  const shown = {
    lang: language.name(),
    heading: t(`shell.problemPage.${kind}`),
    host,
    detail: t(detail),
  };
  const query = new URLSearchParams({
    ...shown,
    retry: t('shell.problemPage.retry'),
    browser: t('shell.problemPage.browser'),
    // Only where there is a page to show.
    show: kind === 'http' || kind === 'blank' ? t('shell.problemPage.showAnyway') : '',
  });
  return `${problemScheme}://page/${kind}?${query.toString()}`;
}

/** The button of a problem page that a URL belongs to. */
export function problemAction(url: string): ProblemAction | undefined {
  if (url.startsWith(`${problemScheme}://action/retry`)) return 'retry';
  if (url.startsWith(`${problemScheme}://action/show`)) return 'show';
  return url.startsWith(`${problemScheme}://action/browser`) ? 'browser' : undefined;
}

export const isProblemPage = (url: string): boolean => url.startsWith(`${problemScheme}://page/`);

export function serveProblemPages(protocol: Protocol): void {
  protocol.handle(problemScheme, (request) => {
    const { searchParams } = new URL(request.url);
    return new Response(
      page((name) => escapeHtml(searchParams.get(name) ?? '')),
      {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        },
      },
    );
  });
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** No script: the two buttons are links that the window's navigation policy understands. */
function page(text: (name: string) => string): string {
  return `<!doctype html>
<html lang="${text('lang')}"><head><meta charset="utf-8"><title>${text('heading')}</title>
<meta name="color-scheme" content="light dark">
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; }
  h1 { font-size: 1.4rem; font-weight: 600; margin: 0 0 .5rem; }
  p { margin: 0 0 1rem; overflow-wrap: anywhere; }
  .host { font-weight: 600; }
  a { display: inline-block; padding: .55rem 1.1rem; margin: .5rem .6rem 0 0; border-radius: 6px;
      text-decoration: none; border: 1px solid #1864ab; color: #1864ab; }
  a.first { background: #1864ab; color: #fff; }
  a:focus-visible { outline: 3px solid #74c0fc; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    body { background: #1a1b1e; color: #e9ecef; }
    a { border-color: #74c0fc; color: #74c0fc; } a.first { background: #74c0fc; color: #10151a; }
  }
</style></head><body><main>
<h1>${text('heading')}</h1>
<p class="host">${text('host')}</p>
<p>${text('detail')}</p>
<p><a class="first" href="${problemScheme}://action/retry">${text('retry')}</a><a href="${problemScheme}://action/browser">${text('browser')}</a>${
    text('show') === '' ? '' : `<a href="${problemScheme}://action/show">${text('show')}</a>`
  }</p>
</main></body></html>`;
}
