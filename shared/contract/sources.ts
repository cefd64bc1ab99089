import { z } from 'zod';
import { idSchema } from '../model/definition.ts';
import { feedSchema } from '../model/feed.ts';
import { sourceInputSchema } from '../model/source.ts';
import { expectedSchema, noInput } from './inputs.ts';
import { nothing, procedure, returns, saving } from './procedure.ts';
import type { SourceAddress, TestStep } from './source-views.ts';

export const sourceProcedures = {
  'source.save': procedure({
    input: z.strictObject({ source: sourceInputSchema, expected: expectedSchema }),
    right: saving('sources', ({ source }) => source.id),
    output: nothing,
  }),
  'source.test': procedure({
    input: sourceInputSchema,
    right: 'view',
    output: returns<{ readonly steps: readonly TestStep[] }>(),
  }),
  /** Opens the company's sign-in page in the system's browser. */
  'source.signIn': procedure({
    input: z.strictObject({ id: idSchema }),
    right: 'agent',
    output: nothing,
  }),
  /** The address to enter in a phone system. It holds the secret: for those who may change it. */
  'source.address': procedure({
    input: z.strictObject({ id: idSchema }),
    right: 'edit',
    output: returns<SourceAddress>(),
  }),
  /** The networks of this computer, for an address that others may call. */
  'source.interfaces': procedure({
    input: noInput,
    right: 'view',
    output: returns<{
      readonly interfaces: readonly { readonly name: string; readonly address: string }[];
    }>(),
  }),
  'source.lastMessage': procedure({
    input: z.strictObject({ id: idSchema }),
    right: 'view',
    output: returns<{ readonly text: string | undefined }>(),
  }),
  'mapping.try': procedure({
    input: z.strictObject({
      feed: feedSchema,
      payload: z.string().max(1024 * 1024),
      topic: z.string().max(500).optional(),
    }),
    right: 'view',
    /** The events as indented JSON. */
    output: returns<{ readonly events: string }>(),
  }),
  // The demo adds a source, popups and rules while it runs. Before there is an agent, the first-run page offers it.
  'demo.start': procedure({
    input: noInput,
    right: (_input, { hasAgent }) => (hasAgent ? 'administer' : 'agent'),
    output: nothing,
  }),
  'demo.stop': procedure({ input: noInput, right: 'administer', output: nothing }),
  'demo.ring': procedure({ input: noInput, right: 'agent', output: nothing }),
};
