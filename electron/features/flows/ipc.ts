import type { Handlers } from '../../../shared/contract/contract.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import type { ConfigEdits } from '../config/index.ts';

/** What our pages may do with flows. */
export const flowHandlers = (edits: ConfigEdits) =>
  ({
    'flow.save': ({ flow, expected }) => toReply(edits.saveFlow(flow, expected)),
  }) satisfies Partial<Handlers>;
