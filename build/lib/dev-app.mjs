/** The Electron of `npm run dev`: starts anew with each change of the main side. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say, sayPrefix } from './paths.mjs';
import { appendNoise, noiseFile } from './quiet.mjs';

/** Milliseconds in which the app may write what it has to; then it is ended. */
const patience = 5_000;

export class DevApp {
  #options;
  #child;
  /** Restarts follow each other: a second app on the same data would end at once. */
  #last = Promise.resolve();
  #isStopped = false;

  /** @param {{executable: string, args: string[], env: NodeJS.ProcessEnv, onQuit: () => void}} options */
  constructor(options) {
    this.#options = options;
  }

  restart() {
    this.#last = this.#last.then(async () => {
      if (this.#child !== undefined) say('the main side changed: starting again ...');
      await this.#end();
      if (!this.#isStopped) this.#start();
    });
  }

  async stop() {
    this.#isStopped = true;
    await this.#last;
    await this.#end();
  }

  #start() {
    const { executable, args, env, onQuit } = this.#options;
    const child = spawn(executable, args, { stdio: ['ignore', 'inherit', 'pipe'], env });
    this.#child = child;
    showLines(child.stderr);
    child.once('error', (error) => say(`Electron could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      // Ctrl+C reaches every process of the terminal.
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') onQuit();
      else
        say(
          `the app ended with ${code ?? signal}; the next change starts it. Its output: ${noiseFile}`,
        );
    });
  }

  async #end() {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await gone;
    clearTimeout(timer);
  }
}

/** Our own lines and the stacks of errors; the rest is Chromium's (D-Bus, GPU) and goes into the file. */
function showLines(stream) {
  createInterface({ input: stream }).on('line', (line) => {
    const isOurs = line.startsWith(sayPrefix) || /Error\b|^\s+at /.test(line);
    if (isOurs) process.stderr.write(`${line}\n`);
    else appendNoise(`${line}\n`);
  });
}
