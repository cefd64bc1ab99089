import { z } from 'zod';
import { noInput } from './inputs.ts';
import { nothing, procedure } from './procedure.ts';

export const findProcedures = {
  'find.search': procedure({
    input: z.strictObject({
      text: z.string().max(1000),
      forward: z.boolean(),
      next: z.boolean(),
    }),
    right: 'agent',
    output: nothing,
  }),
  'find.close': procedure({ input: noInput, right: 'agent', output: nothing }),
};
