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

/** Whether the page that is shown asks for a password, which makes it a login page. */
export async function hasPasswordField(contents: WebContents): Promise<boolean> {
  try {
    const answer: unknown = await contents.executeJavaScriptInIsolatedWorld(isolatedWorld, [
      { code: "document.querySelector('input[type=password]') !== null" },
    ]);
    return answer === true;
  } catch {
    return false; // the window was closed or went elsewhere
  }
}
