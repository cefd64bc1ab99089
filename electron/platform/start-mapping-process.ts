import { utilityProcess } from 'electron';
import { mappingLimits } from '../../shared/mappings/mapping-limits.ts';
import type { StartMappingProcess } from '../../shared/mappings/mapping-process.ts';

/** Starts the compiled file as a utility process of Electron's, with a heap of its own and nothing of our environment. */
export const startMappingProcess =
  (file: string): StartMappingProcess =>
  ({ message, exited }) => {
    const child = utilityProcess.fork(file, [], {
      serviceName: 'Ringcue mapping',
      execArgv: [`--max-old-space-size=${mappingLimits.memory}`],
      env: {},
      stdio: 'ignore',
    });
    child.on('message', message);
    child.on('exit', (code) => exited(`its process ended with code ${code}`));
    return {
      post: (request) => child.postMessage(request),
      end: () => child.kill(),
    };
  };
