import type { WebContents } from 'electron';
import { z } from 'zod';

/** A world of our own beside the page's: its scripts see nothing of ours, and we trust nothing of theirs. */
const isolatedWorld = 1_001;

/** Resolves with the wall-clock time of the first contentful paint (milliseconds since 1970). */
const script = `new Promise((resolve) => {
  const look = () => {
    const entry = performance.getEntriesByName('first-contentful-paint')[0];
    if (entry !== undefined) resolve(performance.timeOrigin + entry.startTime);
  };
  new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
  look();
})`;

/** Waits for the first contentful paint of the page that just began. Undefined where it never came. */
export async function firstContentfulPaint(contents: WebContents): Promise<number | undefined> {
  try {
    const answer: unknown = await contents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
      { code: script },
    ]);
    return z.number().parse(answer);
  } catch {
    return undefined; // the window was closed or went elsewhere
  }
}

/** Resolves as soon as the page runs a script again; does not wait for it to be loaded, as the others do. */
export async function answers({ mainFrame }: WebContents): Promise<void> {
  try {
    await mainFrame.executeJavaScript('0');
  } catch {
    // The window was closed or went elsewhere: nothing hangs any more.
  }
}

/** Whether the page that is shown asks for a password, which makes it a login page. */
export const hasPasswordField = (contents: WebContents): Promise<boolean> =>
  isTrue(contents, "document.querySelector('input[type=password]') !== null");

/** Resolves with true at the first input by a person; with false when the page is left before. */
export const firstInput = (contents: WebContents): Promise<boolean> =>
  isTrue(
    contents,
    `new Promise((resolve) => {
      const heard = (event) => { if (event.isTrusted) resolve(true); };
      for (const type of ['input', 'change', 'drop']) document.addEventListener(type, heard, true);
    })`,
  );

/** Whether a page shows nothing at all: no text, and nothing that draws or takes input. */
export const isBlankPage = (contents: WebContents): Promise<boolean> =>
  isTrue(
    contents,
    `document.body !== null && document.body.innerText.trim() === '' && document.body.querySelector(
       'img,svg,canvas,video,iframe,frame,object,embed,input,button,select,textarea') === null
     && document.querySelector('frameset') === null`,
  );

async function isTrue(contents: WebContents, code: string): Promise<boolean> {
  try {
    const answer: unknown = await contents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
      { code },
    ]);
    return answer === true;
  } catch {
    return false; // the window was closed or went elsewhere
  }
}
