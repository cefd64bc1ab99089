/**
 * Switches of Chromium and Node that open the app to others or take its walls away. Threat: a changed shortcut, or
 * another program of the same account, starts the installed app with one of them and reads the agent's calls and
 * CRM session. While the app is developed and tested they are needed.
 */
const dangerous: ReadonlySet<string> = new Set([
  // A debugger can do whatever the app can.
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'debug-port',
  'js-flags',
  'load-extension',
  'require',
  // Walls between pages, and between pages and the computer.
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-site-isolation',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'single-process',
  'disable-gpu-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-setuid-sandbox',
  'allow-sandbox-debugging',
  'use-fake-ui-for-media-stream',
  'auto-accept-camera-and-microphone-capture',
  'auto-select-desktop-capture-source',
  'auto-grant-permissions',
  // Whom the app talks to, and who can read along.
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'host-rules',
  'host-resolver-rules',
  'log-net-log',
  'net-log-capture-mode',
  'ssl-key-log-file',
  'ssl-version-min',
  // Other programs in the place of the app's own processes.
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'ppapi-plugin-launcher',
  'browser-subprocess-path',
]);

/**
 * The first switch that an installed app does not start with; undefined where all are fine.
 *
 * @param argv without the program itself
 * @param isRoot on Linux, where Chromium's sandbox cannot run as root
 */
export function refusedSwitch(
  argv: readonly string[],
  { isPackaged, isRoot }: { readonly isPackaged: boolean; readonly isRoot: boolean },
): string | undefined {
  if (!isPackaged) return undefined;
  return argv.map(switchName).find((name) => {
    if (name === undefined) return false;
    return dangerous.has(name) || (name === 'no-sandbox' && !isRoot);
  });
}

/** As Chromium reads it: one dash or two (a slash on Windows), in any case, with or without a value. */
function switchName(argument: string): string | undefined {
  const written = argument.split('=')[0]?.toLowerCase() ?? '';
  const prefix = ['--', '-', '/'].find((one) => written.startsWith(one));
  return prefix === undefined ? undefined : written.slice(prefix.length);
}
