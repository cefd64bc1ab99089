import { fork } from 'node:child_process';
import { mappingLimits } from '../../shared/mappings/mapping-limits.ts';
import type { StartMappingProcess } from '../../shared/mappings/mapping-process.ts';

/** Starts the compiled entry as a child process, with a heap of its own and nothing of our environment. */
export const startMappingProcess =
  (file: string): StartMappingProcess =>
  ({ message, exited }) => {
    const child = fork(file, [], {
      execArgv: [`--max-old-space-size=${mappingLimits.memory}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', message);
    child.on('exit', (code, signal) => exited(`its process ended with ${signal ?? code}`));
    return {
      post: (request) => child.send(request),
      end: () => child.kill('SIGKILL'),
    };
  };
