import { app, type WebContents } from 'electron';
import { z } from 'zod';
import { errorText, type Log } from '../../platform/logging/log.ts';

/**
 * Runs in each frame's own world before its scripts, and gives them nothing. print() brings up a dialog that takes
 * the keyboard, also from another program, and unlike the other dialogs it cannot be answered in the main process.
 * In a page that nobody looks at it waits until somebody does. Threat: the page overwrites what this asks; so the
 * browser's own functions are taken first. execCommand('paste') reads the clipboard without a question before
 * Electron 35; later the window's preferences refuse it.
 */
const script = `(() => {
  const { print, setTimeout, document, Document, EventTarget } = window;
  if (typeof print !== 'function') return;
  const { apply } = Reflect;
  const { hasFocus, execCommand } = Document.prototype;
  const { addEventListener } = EventTarget.prototype;
  // Of a frame only the whole window can say whether somebody looks: the focus may be in its neighbour.
  const outer = (() => { try { return top.document ? top : window; } catch { return window; } })();
  const outerDocument = outer.document;
  const isLookedAt = () => apply(hasFocus, outerDocument, []);
  let isWaiting = false;
  const ask = () => {
    if (isLookedAt()) apply(print, window, []);
    else isWaiting = true;
  };
  window.print = function () { ask(); };
  const { toLowerCase, slice } = String.prototype;
  Document.prototype.execCommand = function (...args) {
    // Once made a text, so that it cannot be another one at the second look.
    const command = args.length > 0 ? apply(toLowerCase, \`\${args[0]}\`, []) : '';
    if (command === 'print') {
      ask();
      return true;
    }
    if (apply(slice, command, [0, 5]) === 'paste') return false;
    return apply(execCommand, this, args.length > 0 ? [command, args[1], args[2]] : args);
  };
  // A window that just got the focus may have opened while somebody types: keys are blocked as long.
  apply(addEventListener, outer, ['focus', () => apply(setTimeout, window, [() => {
    if (!isWaiting || !isLookedAt()) return;
    isWaiting = false;
    apply(print, window, []);
  }, 700]), true]);
})();`;

const attachedSchema = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ type: z.string() }),
});

/** Frames of other sites wait for their script. */
const autoAttach = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
  filter: [{ type: 'iframe' }],
};

/**
 * The script stays with the window, whatever it navigates to, and is put into frames of other sites as well. Left
 * out where the app is run by a debugger (the remote-debugging-port switch): two on one page get in each other's
 * way.
 *
 * @returns when it is in place: what is loaded before may run without it
 */
export function guardCommands({ debugger: devTools }: WebContents, log: Log): Promise<void> {
  if (app.commandLine.hasSwitch('remote-debugging-port')) return Promise.resolve();
  const failed = (error: unknown): void =>
    log.warn('commands not guarded', { problem: errorText(error) });
  try {
    devTools.attach('1.3');
  } catch (error) {
    failed(error);
    return Promise.resolve();
  }
  /** @param session undefined for the page itself */
  const guard = async (session?: string): Promise<void> => {
    await Promise.all([
      devTools.sendCommand('Page.enable', {}, session),
      devTools.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source: script }, session),
      devTools.sendCommand('Target.setAutoAttach', autoAttach, session),
    ]);
    if (session === undefined) return;
    // Sent earlier, together with the others, it is lost now and then, and the frame never loads.
    await devTools.sendCommand('Runtime.runIfWaitingForDebugger', {}, session);
  };
  devTools.on('message', (_event, method, params: unknown) => {
    const attached = attachedSchema.safeParse(params);
    if (method !== 'Target.attachedToTarget' || !attached.success) return;
    guard(attached.data.sessionId).catch(() => {
      // The frame, or its window, went meanwhile.
    });
  });
  return guard().catch(failed);
}
