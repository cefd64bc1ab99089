import path from 'node:path';
import { parseArgs } from 'node:util';

export interface CommandLine {
  /** Absolute path of the configuration file. */
  readonly config?: string | undefined;
  /** Absolute path of the folder for everything Ringcue stores. */
  readonly userDataDir?: string | undefined;
  /** Where no source is configured, start the demo call centre. */
  readonly demo: boolean;
  /** Ring one call, wait for its popup, print one line of JSON, quit. */
  readonly once: boolean;
}

/** Exit code of a wrong command line or configuration file (as sysexits and most tools have it). */
export const exitUsage = 2;

/** Reads our own options and leaves Chromium's (`--no-sandbox`, `--inspect=0` ...) alone. */
export function readCommandLine(argv: readonly string[], cwd: string): CommandLine {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      'user-data-dir': { type: 'string' },
      demo: { type: 'boolean' },
      once: { type: 'boolean' },
    },
  });
  const file = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? path.resolve(cwd, value) : undefined;
  if (values.config === true || values.config === '') {
    throw new Error('--config needs a file: --config FILE.');
  }
  return {
    config: file(values.config),
    userDataDir: file(values['user-data-dir']),
    demo: values.demo === true,
    once: values.once === true,
  };
}
