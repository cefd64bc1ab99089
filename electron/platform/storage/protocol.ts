import { z } from 'zod';

/** What crosses between main and the database worker. Ours on both sides; parsed all the same. */
export const requestSchema = z.object({
  id: z.number(),
  store: z.string(),
  operation: z.string(),
  args: z.array(z.unknown()),
});
export const workerDataSchema = z.object({ file: z.string() });
export const damageSchema = z.object({ file: z.string(), deliveries: z.number() });
