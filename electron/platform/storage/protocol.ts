import { z } from 'zod';

/** What crosses between main and the database worker. Ours on both sides; parsed all the same. */
export const requestSchema = z.object({ id: z.number(), name: z.string(), input: z.unknown() });
export const responseSchema = z.union([
  z.object({ id: z.number(), ok: z.literal(true), output: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), message: z.string() }),
]);
export const workerDataSchema = z.object({ file: z.string() });
