import type { z } from 'zod';
import { parseJson } from './parse-json.ts';

/** JSON from outside, as its schema has it; undefined for anything else. */
export function parseAs<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const json = parseJson(text);
  const read = schema.safeParse(json.ok ? json.value : undefined);
  return read.success ? read.data : undefined;
}
