import type { Handlers } from '../../../shared/contract/contract.ts';
import { doneAfter, toReply } from '../../platform/ipc/replies.ts';
import type { ConfigEdits } from '../config/index.ts';
import { namedInterfaces } from './http/listen-address.ts';
import type { Sources } from './index.ts';

/** What our pages may do with sources. */
export const sourceHandlers = (sources: Sources, edits: ConfigEdits) =>
  ({
    'source.save': ({ source, expected }) => toReply(edits.saveSource(source, expected)),
    'source.signIn': ({ id }) => doneAfter(() => sources.signIn(id)),
    'source.address': ({ id }) => ({ ok: true, value: sources.address(id) }),
    'source.interfaces': () => ({ ok: true, value: { interfaces: namedInterfaces() } }),
    'source.lastMessage': ({ id }) => ({
      ok: true,
      value: { text: sources.manager.lastMessage(id) },
    }),
    'source.test': async (source) => ({
      ok: true,
      value: { steps: await sources.test(source) },
    }),
    'mapping.try': async (request) => toReply(await sources.mappingTrial.run(request)),
  }) satisfies Partial<Handlers>;
