import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../build/lib/paths.mjs';

/** The facts of the five systems, kept beside the tests as data. */
function reference<T>(name: string, schema: z.ZodType<T>): T {
  const file = path.join(root, 'tests/support/reference', `${name}.json`);
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export const callCenterStudio = reference(
  'callcenterstudio',
  z.object({ fields: z.array(z.object({ label: z.string(), kind: z.string() })) }),
);
