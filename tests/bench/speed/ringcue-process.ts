import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../build/lib/paths.mjs';
import { writeConfig, type ConfigFile } from '../../support/config.ts';

/** Milliseconds in which a program that was asked to end does so. */
const patience = 8_000;

export interface Machine {
  /** Of the Electron that all programs run on. */
  readonly executable: string;
  readonly display: string;
}

/** A program under measurement, ended by its process id. */
export class Program {
  public constructor(
    private readonly child: ChildProcess,
    public readonly folder: string,
  ) {}

  public get pid(): number {
    if (this.child.pid === undefined) throw new Error('the program did not start');
    return this.child.pid;
  }

  public async end(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      const timer = setTimeout(() => this.child.kill('SIGKILL'), patience);
      this.child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Chromium does not sandbox what root runs. */
export const rootArguments: readonly string[] =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The built app, as a person starts it: without Playwright, which takes part in every window. */
export function startRingcue({ executable, display }: Machine, config: ConfigFile): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-bench-'));
  const data = path.join(folder, 'data');
  const args = [
    ...rootArguments,
    root,
    '--user-data-dir',
    data,
    '--config',
    writeConfig(folder, config),
  ];
  return run(executable, args, folder, { DISPLAY: display });
}

export type ReferenceMode = 'bare' | 'prepared' | 'reused';

/** The least Electron that does the same. */
export function startReference(
  { executable, display }: Machine,
  mode: ReferenceMode,
  urls: { readonly events: string; readonly crm: string },
): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringcue-bench-'));
  const app = path.join(import.meta.dirname, 'reference-app');
  const args = [...rootArguments, app, `--user-data-dir=${path.join(folder, 'data')}`];
  const env = { DISPLAY: display, MODE: mode, WS_URL: urls.events, CRM_URL: urls.crm };
  return run(executable, args, folder, env);
}

function run(
  executable: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Program {
  const child = spawn(executable, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  return new Program(child, folder);
}
