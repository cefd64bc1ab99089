import { fork } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../../build/lib/paths.mjs';
import { mappingLimits } from '../../shared/mappings/mapping-limits.ts';
import type { StartMappingProcess } from '../../shared/mappings/mapping-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The compiled entry, in a folder of the test's own. */
export async function builtMappingProcess(): Promise<string> {
  const outDir = temporaryFolder();
  const configFile = path.join(root, 'build/vite.mapping.js');
  await build({ configFile, logLevel: 'warn', build: { outDir, sourcemap: false } });
  return path.join(outDir, 'mapping-process.cjs');
}

/** The process as plain Node makes it. */
export const forkMappingProcess =
  (file: string): StartMappingProcess =>
  ({ message, exited }) => {
    const child = fork(file, [], {
      execArgv: [`--max-old-space-size=${mappingLimits.memory}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', message);
    child.on('exit', (code, signal) => exited(`its process ended with ${signal ?? code}`));
    return {
      post: (request) => child.send(request),
      end: () => child.kill('SIGKILL'),
    };
  };
