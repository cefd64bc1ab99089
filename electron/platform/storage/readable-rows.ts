import type { z } from 'zod';

/** A bit of one row that has changed on the disk must not take the others with it, at every start. */
export const readableRows = <T>(schema: z.ZodType<T>, rows: readonly unknown[]): T[] =>
  rows.flatMap((row) => {
    const read = schema.safeParse(row);
    return read.success ? [read.data] : [];
  });
