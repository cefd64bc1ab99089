import { customerOf } from '../../../shared/calls/party.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { refused } from '../../../shared/contract/reply.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { message } from '../../../shared/text/message.ts';
import { toReply } from '../../platform/ipc/replies.ts';
import type { Presence } from './index.ts';

interface Parts {
  readonly presence: Pick<Presence, 'callBack'>;
  /** Undefined where it is none of the agent's calls. */
  readonly dataOf: (callKey: string) => Promise<CallData | undefined>;
}

export const presenceHandlers = ({ presence, dataOf }: Parts) =>
  ({
    async 'call.dial'({ callKey }) {
      const call = await dataOf(callKey);
      if (call === undefined) return refused(message('problem.note.callDeleted'));
      return toReply(await presence.callBack(customerOf(call.fields) ?? ''));
    },
  }) satisfies Partial<Handlers>;
