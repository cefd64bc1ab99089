import type { WebContents } from 'electron';
import { callNoteSchema } from '../../../../shared/model/call-note.ts';
import type { CallerPart } from './problem-view.ts';

/** When the page is asked for again (milliseconds since 1970), and whether the network must come back first. */
export interface NextTry {
  readonly at: number;
  readonly isOffline: boolean;
}

/** Milliseconds for which a button says that it copied. */
const said = 2_000;

/**
 * Everything that moves in our page. It is put into the page from here, so that its policy allows no script at all; and
 * the page has no way to send us anything but its links: we ask, and it answers.
 */
const begin = `globalThis.problemPage ??= (() => {
  const retry = document.getElementById('retry');
  const note = document.getElementById('note');
  const state = { next: undefined, written: undefined, wake: undefined };
  const tick = () => {
    if (retry === null || state.next === undefined) return;
    const seconds = Math.ceil((state.next.at - Date.now()) / 1000);
    const { soon, now, offline } = retry.dataset;
    retry.textContent =
      state.next.isOffline ? offline : seconds > 0 ? soon.replace('%', seconds) : now;
  };
  setInterval(tick, 250);
  note?.addEventListener('input', () => {
    state.written = note.value;
    state.wake?.();
  });
  return {
    show(next) {
      state.next = next;
      tick();
    },
    copied(part) {
      const button = document.querySelector('[data-part=' + part + ']');
      if (button === null) return;
      const { textContent } = button;
      if (textContent === button.dataset.copied) return;
      document.querySelector('[role=status]').textContent = button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = textContent; }, ${said});
    },
    written: () => new Promise((resolve) => {
      const take = () => {
        state.wake = undefined;
        resolve(state.written);
        state.written = undefined;
      };
      if (state.written === undefined) state.wake = take;
      else take();
    }),
  };
})()`;

/** Of the frame, not of the window: that one would wait for a load that is under way, or was stopped. */
const ask = async ({ mainFrame }: WebContents, what: string): Promise<unknown> =>
  mainFrame.executeJavaScript(`${begin};\n${what}`);

const tell = (contents: WebContents, what: string): void => {
  ask(contents, `${what};\nundefined`).catch(() => {
    // The window was closed or went elsewhere.
  });
};

export const showNextTry = (contents: WebContents, next: NextTry): void =>
  tell(contents, `problemPage.show(${JSON.stringify(next)})`);

export const showCopied = (contents: WebContents, part: CallerPart): void =>
  tell(contents, `problemPage.copied('${part}')`);

/** The note as soon as it is another one. Undefined when the page is left before. */
export async function nextNote(contents: WebContents): Promise<string | undefined> {
  try {
    return callNoteSchema.shape.note.parse(await ask(contents, 'problemPage.written()'));
  } catch {
    return undefined; // the window was closed or went elsewhere
  }
}
