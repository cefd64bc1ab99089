import type { MappingRequest } from './evaluate-mapping.ts';

/**
 * A process that evaluates mappings (`serve-mappings.ts`), seen from the one that asks. Electron makes it as a utility process, plain
 * Node as a child process; both give it no more heap than `mappingLimits.memory`.
 */
export interface MappingProcess {
  readonly post: (request: MappingRequest) => void;
  /** Ends it at once, whatever it does. */
  readonly end: () => void;
}

export interface MappingProcessHandlers {
  /** `ready` first, then one answer a request. */
  readonly message: (answer: unknown) => void;
  /** It ended, or never started. The last call. */
  readonly exited: (reason: string) => void;
}

export type StartMappingProcess = (handlers: MappingProcessHandlers) => MappingProcess;
