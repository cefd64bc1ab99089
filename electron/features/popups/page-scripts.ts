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

/** Milliseconds: a page that types into itself without end is looked at that often, and no more. */
const pause = 250;

/**
 * The kind of the next input that the browser, not a script's event, made: a page can still cause it (insertText,
 * a click on its own box). Undefined when the page is left before.
 */
export async function nextInput(contents: WebContents): Promise<string | undefined> {
  try {
    const answer: unknown = await contents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
      {
        code: `new Promise((resolve) => {
          const inputs = globalThis.inputs ??= (() => {
            const state = { type: undefined, wake: undefined };
            for (const type of ['input', 'change', 'drop']) {
              document.addEventListener(type, (event) => {
                if (!event.isTrusted) return;
                if (state.type !== 'drop') state.type = event.type;
                state.wake?.();
              }, true);
            }
            return state;
          })();
          const take = () => {
            resolve(inputs.type);
            inputs.type = undefined;
          };
          const soon = () => {
            inputs.wake = undefined;
            setTimeout(take, ${pause});
          };
          if (inputs.type === undefined) inputs.wake = soon;
          else soon();
        })`,
      },
    ]);
    return z.string().parse(answer);
  } catch {
    return undefined; // the window was closed or went elsewhere
  }
}

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
