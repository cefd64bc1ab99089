import type { ProblemView } from './problem-view.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Marks what was made of escaped values, so that a value that was not cannot get into a page. */
class Markup {
  public constructor(public readonly text: string) {}
}

type Part = string | Markup | readonly Markup[] | undefined;

/** Values are escaped; markup goes in as it is. */
function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const words = (part: Part): string => {
    if (part === undefined) return '';
    if (typeof part === 'string') return escapeHtml(part);
    return part instanceof Markup ? part.text : part.map(({ text }) => text).join('');
  };
  return new Markup(
    texts.map((text, at) => (at === 0 ? text : words(parts[at - 1]) + text)).join(''),
  );
}

/** The page: no script of its own; its buttons are links that the window's navigation policy understands. */
export function problemMarkup(view: ProblemView): string {
  const { lang, heading, host, detail, caller, note, retry, buttons, support } = view;
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <title>${heading}</title>
        <meta name="color-scheme" content="light dark" />
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          ${caller && callerMarkup(caller)}
          <h1>${heading}</h1>
          <p class="host">${host}</p>
          <p>${detail}</p>
          ${retry && retryMarkup(retry)}
          <p class="buttons">
            ${buttons.map(({ text, href }) => html`<a class="button" href="${href}">${text}</a>`)}
          </p>
          ${note && noteMarkup(note)} ${support && supportMarkup(support)}
          <p class="unseen" role="status"></p>
        </main>
      </body>
    </html>`.text;
}

function callerMarkup({ label, rows }: NonNullable<ProblemView['caller']>): Markup {
  return html`<section aria-label="${label}">
    <p class="label">${label}</p>
    ${rows.map(
      ({ text, copy }) =>
        html`<p class="row">
          <bdi>${text}</bdi>${
            copy &&
            html`<a
              class="copy"
              href="${copy.href}"
              data-part="${copy.part}"
              data-copied="${copy.copied}"
              aria-label="${copy.name}"
              >${copy.text}</a
            >`
          }
        </p>`,
    )}
  </section>`;
}

const retryMarkup = ({ soon, now, offline }: NonNullable<ProblemView['retry']>): Markup =>
  html`<p
    id="retry"
    role="timer"
    data-soon="${soon}"
    data-now="${now}"
    data-offline="${offline}"
  ></p>`;

const noteMarkup = ({ label, hint, text }: NonNullable<ProblemView['note']>): Markup =>
  html`<p class="note">
    <label for="note">${label}</label>
    <textarea id="note" rows="3" maxlength="10000" aria-describedby="hint" dir="auto">
${text}</textarea
    ><span id="hint">${hint}</span>
  </p>`;

const supportMarkup = ({ line, link }: NonNullable<ProblemView['support']>): Markup =>
  html`<p class="support">${line} ${link && html`<a href="${link.href}">${link.text}</a>`}</p>`;

/** The desk's accent (Mantine's cyan 9, on dark its cyan 3), so that both look like one app. */
const style = new Markup(`
  :root { --soft: #f1f3f5; --dim: #495057; --accent: #0b7285; --on-accent: #fff; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 8vh auto 2rem; padding: 0 1.5rem; }
  section { background: var(--soft); border-inline-start: 4px solid var(--accent); border-radius: 6px;
      padding: .75rem 1rem; margin: 0 0 1.75rem; }
  .row { display: flex; gap: .75rem; align-items: baseline; justify-content: space-between; margin: .3rem 0 0; }
  .row bdi { min-width: 0; overflow-wrap: anywhere; max-height: 6.5em; overflow: hidden; }
  .label + .row bdi { font-size: 1.75rem; line-height: 1.25; font-weight: 600; }
  .label, #retry, #hint, .support { color: var(--dim); font-size: .875rem; margin: 0; }
  h1 { font-size: 1.4rem; font-weight: 600; line-height: 1.3; margin: 0 0 .5rem; }
  p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
  .host { font-weight: 600; }
  a { color: var(--accent); }
  .button, .copy { border: 1px solid var(--accent); border-radius: 6px; text-decoration: none; flex: none; }
  .button { display: inline-block; padding: .5rem 1.1rem; margin: .5rem .6rem 0 0; }
  .copy { padding: .05rem .6rem; font-size: .875rem; }
  .button:first-child { background: var(--accent); color: var(--on-accent); }
  :focus-visible { outline: 3px solid #15aabf; outline-offset: 2px; }
  .note { margin-top: 1.75rem; } .note label { display: block; font-weight: 600; margin: 0 0 .25rem; }
  textarea { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem .65rem; border-radius: 6px;
      border: 1px solid var(--dim); background: Canvas; color: CanvasText; resize: vertical; }
  .support { margin-top: 2rem; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  @media (prefers-color-scheme: dark) {
    :root { --soft: #25262b; --dim: #adb5bd; --accent: #66d9e8; --on-accent: #10151a; }
    body { background: #1a1b1e; color: #e9ecef; }
    textarea { background: #25262b; color: #e9ecef; }
  }`);
