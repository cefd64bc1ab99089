import type { Handlers } from '../../../shared/contract/contract.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import type { Config } from './index.ts';
import { publishHandlers } from './publish-handlers.ts';
import type { Publisher } from './publisher.ts';
import { transferHandlers } from './transfer-handlers.ts';

/** What our pages may do with the configuration as a whole. */
export function configHandlers({ edits, lock, transfer }: Config, publisher: Publisher) {
  return {
    'agent.save': (agent) => toReply(edits.saveAgent(agent)),
    // `admin.setPin` alone changes the PIN: it takes the PIN itself, never a hash.
    'settings.save': ({ adminPin: _notHere, ...settings }) => toReply(edits.saveSettings(settings)),
    'settings.saveOwn': (settings) => toReply(edits.saveSettings(settings)),
    'definitions.change': (change) => toReply(edits.change(change)),
    'definitions.undo': ({ ticket }) => toReply(edits.undo(ticket)),
    ...transferHandlers(transfer),
    ...publishHandlers({ publisher, lock, edits }),
  } satisfies Partial<Handlers>;
}
