import type { Protocol } from 'electron';
import type { NativeLanguage } from '../../platform/language.ts';
import { readableAddress, type SupportContact } from '../../../shared/model/support-contact.ts';
import type { Message } from '../../../shared/text/message.ts';
import type { Translate } from '../../../shared/text/translate.ts';

/** Our own scheme for pages about a popup that could not be shown. Registered as standard in main.ts. */
export const problemScheme = 'ringcue-problem';

export type ProblemKind =
  'load-failed' | 'certificate' | 'redirected' | 'crashed' | 'http' | 'blank';
/** show: the page as it is, after all; support: ask for help. */
const problemActions = ['retry', 'browser', 'show', 'support'] as const;
export type ProblemAction = (typeof problemActions)[number];

interface Problem {
  readonly kind: ProblemKind;
  readonly host: string;
  /** A sentence of ours. */
  readonly detail: Message;
  readonly support: SupportContact | undefined;
}

/** Address of a page that says what happened, in the person's language, and whom to ask. */
export function problemUrl(
  { kind, host, detail, support }: Problem,
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
    ...supportTexts(support, t),
    show: kind === 'http' || kind === 'blank' ? t('shell.problemPage.showAnyway') : '',
  });
  return `${problemScheme}://page/${kind}?${query.toString()}`;
}

function supportTexts(contact: SupportContact | undefined, t: Translate) {
  if (contact === undefined) return {};
  const address = readableAddress(contact.address);
  return {
    support: t('support.line', { name: contact.name === '' ? address : contact.name }),
    supportLink: address !== '' && contact.name === '' ? t('support.open') : address,
  };
}

/** The button of a problem page that a URL belongs to. */
export const problemAction = (url: string): ProblemAction | undefined =>
  problemActions.find((action) => url.startsWith(`${problemScheme}://action/${action}`));

export const isProblemPage = (url: string): boolean => url.startsWith(`${problemScheme}://page/`);

export function serveProblemPages(protocol: Protocol): void {
  protocol.handle(problemScheme, (request) => {
    const { searchParams } = new URL(request.url);
    return new Response(
      page((name) => escapeHtml(searchParams.get(name) ?? '')),
      {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          // No page may put ours into a frame and dress it as its own.
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          'x-frame-options': 'DENY',
          'x-content-type-options': 'nosniff',
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
  .support { margin-top: 2rem; opacity: .85; }
  a.plain { display: inline; padding: 0; margin: 0; border: 0; text-decoration: underline; }
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
${
  text('support') === ''
    ? ''
    : `<p class="support">${text('support')} ${
        text('supportLink') === ''
          ? ''
          : `<a class="plain" href="${problemScheme}://action/support">${text('supportLink')}</a>`
      }</p>`
}
</main></body></html>`;
}
