import { app, type WebContents } from 'electron';
import { errorText, type Log } from '../../platform/logging/log.ts';

/**
 * Runs in the page's own world before its scripts, and gives it nothing. alert(), confirm() and print() bring
 * up a dialog that takes the keyboard, also from another program: under the fingers of a person who types, the
 * next space presses its button. In a page that nobody looks at, alert and print wait until somebody does, the
 * last of each; confirm is answered as if it was closed, as nobody is there to ask.
 */
const script = `(() => {
  const waiting = new Map();
  // Of a frame only the whole window can say whether somebody looks: the focus may be in its neighbour.
  const outer = (() => { try { return top.document && top; } catch { return window; } })();
  const hold = (name) => {
    const own = window[name];
    if (typeof own !== 'function') return;
    window[name] = function (...args) {
      if (outer.document.hasFocus()) return own.apply(this, args);
      if (name === 'confirm') return false;
      waiting.set(name, () => own.apply(window, args));
      return undefined;
    };
  };
  for (const name of ['alert', 'confirm', 'print']) hold(name);
  // A window that just got the focus may have opened while somebody types: keys are blocked as long.
  outer.addEventListener('focus', () => setTimeout(() => {
    if (!outer.document.hasFocus()) return;
    const calls = [...waiting.values()];
    waiting.clear();
    for (const call of calls) call();
  }, 700), true);
})();`;

/**
 * Keeps pages that nobody looks at from taking the keyboard with a dialog. The script stays with the window,
 * whatever it navigates to. Left out where the app is run by a debugger (the remote-debugging-port switch):
 * two on one page get in each other's way.
 */
export function guardDialogs({ debugger: devTools }: WebContents, log: Log): void {
  if (app.commandLine.hasSwitch('remote-debugging-port')) return;
  const failed = (error: unknown): void =>
    log.warn('dialogs not guarded', { problem: errorText(error) });
  try {
    devTools.attach('1.3');
  } catch (error) {
    failed(error);
    return;
  }
  Promise.all([
    devTools.sendCommand('Page.enable'),
    devTools.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source: script }),
  ]).catch(failed);
}
