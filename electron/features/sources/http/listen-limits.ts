import { limits } from '../../../../shared/limits.ts';
import type { ListenLimits } from '../../../platform/ports/http-listener.ts';

/**
 * For one agent's calls, which are few and small. A page that opens connections and says nothing blocks others for no
 * longer than headers may take.
 */
export const listenLimits: ListenLimits = {
  headerBytes: 16 * 1024,
  bodyBytes: limits.frameBytes,
  headersMs: 5_000,
  requestMs: 10_000,
  connections: 64,
};
