/**
 * What tools and Chromium print goes into one file instead of the terminal: pages of it would bury our own
 * lines. The file is named when something fails.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

export const noiseFile = path.join(root, 'logs/tools.log');

/** Empties the file: it tells of the run that is beginning. */
export function startNoise() {
  mkdirSync(path.dirname(noiseFile), { recursive: true });
  writeFileSync(noiseFile, '');
}

export function appendNoise(data) {
  mkdirSync(path.dirname(noiseFile), { recursive: true });
  appendFileSync(noiseFile, data);
}

/**
 * Runs a tool to its end with its output in the file.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 * @throws Error that names the tool and the file, where the tool fails
 */
export function runQuietly(command, args, options = {}) {
  appendNoise(`\n$ ${[command, ...args].join(' ')}\n`);
  const file = openSync(noiseFile, 'a');
  try {
    const result = spawnSync(command, args, { ...options, stdio: ['ignore', file, file] });
    if (result.status === 0) return;
    throw new Error(`${command} ${args[0] ?? ''} failed. What it printed: ${noiseFile}`);
  } finally {
    closeSync(file);
  }
}
