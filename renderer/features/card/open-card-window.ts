import { cardFrame } from '../../../shared/contract/wire.ts';

/** A window of this page: its document is drawn from here. */
export interface CardDocument {
  readonly window: Window;
  /** Resolves when it looks as it should. */
  readonly styled: Promise<unknown>;
}

/** Opens the card's window, with this page's styles. Undefined where the main process refuses it. */
export function openCardWindow(): CardDocument | undefined {
  const child = window.open('about:blank', cardFrame);
  if (child === null) return undefined;
  const { document: page } = child;
  page.documentElement.lang = document.documentElement.lang;
  const links = [...document.querySelectorAll('link[rel=stylesheet], head > style')].map((style) =>
    page.head.appendChild(page.importNode(style, true)),
  );
  const loaded = links
    .filter((link) => link.tagName === 'LINK')
    .map(
      (link) =>
        new Promise((resolve) => {
          link.addEventListener('load', resolve, { once: true });
          link.addEventListener('error', resolve, { once: true });
        }),
    );
  return { window: child, styled: Promise.all(loaded) };
}
