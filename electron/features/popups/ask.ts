import { dialog, type BrowserWindow } from 'electron';

interface Question {
  readonly type: 'question' | 'warning';
  readonly message: string;
  readonly detail: string;
  /** What changes nothing: also for who closes the question. */
  readonly stay: string;
  readonly go: string;
}

/**
 * Asks beside a window, without stopping anything: another call may be ringing.
 *
 * @param signal takes the question away, as if it was closed
 * @returns true for `go`
 */
export async function ask(
  window: BrowserWindow,
  question: Question,
  signal?: AbortSignal,
): Promise<boolean> {
  const { type, message, detail, stay, go } = question;
  try {
    const { response } = await dialog.showMessageBox(window, {
      type,
      message,
      detail,
      buttons: [stay, go],
      defaultId: 0,
      cancelId: 0,
      ...(signal && { signal }),
    });
    return response === 1 && !window.isDestroyed();
  } catch {
    return false; // the window was closed meanwhile
  }
}
