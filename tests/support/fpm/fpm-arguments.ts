import { parseArgs } from 'node:util';
import { z } from 'zod';

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;

/** Those that electron-builder passes. Any other is refused: it would be missing from the package unseen. */
const options = {
  'input-type': { type: 'string', short: 's' },
  'output-type': { type: 'string', short: 't' },
  depends: { type: 'string', short: 'd', multiple: true },
  'deb-recommends': many,
  'deb-compression': one,
  'deb-priority': one,
  'rpm-os': one,
  'rpm-compression': one,
  'rpm-summary': one,
  force: { type: 'boolean' },
  ...{ name: one, version: one, architecture: one, license: one, package: one },
  ...{ maintainer: one, vendor: one, url: one, description: one },
  ...{ 'after-install': one, 'after-remove': one },
} as const;

const askedSchema = z.object({
  'input-type': z.literal('dir'),
  'output-type': z.enum(['deb', 'rpm']),
  depends: z.array(z.string()),
  'deb-recommends': z.array(z.string()).default([]),
  'deb-compression': z.literal('xz').optional(),
  'deb-priority': z.string().optional(),
  'rpm-os': z.literal('linux').optional(),
  'rpm-compression': z.literal('xzmt').optional(),
  'rpm-summary': z.string().optional(),
  force: z.literal(true),
  ...{ name: z.string(), version: z.string(), architecture: z.string(), license: z.string() },
  ...{ maintainer: z.string(), vendor: z.string(), url: z.string(), description: z.string() },
  package: z.string(),
  'after-install': z.string(),
  'after-remove': z.string(),
});

export interface Asked extends z.infer<typeof askedSchema> {
  /** What lies where in the package; of a folder, what is in it. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

/** @throws where an argument is missing, or one comes that is not known here */
export function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const files = positionals.map((text) => {
    const [from, to, ...rest] = text.split('=');
    if (from === undefined || to === undefined || rest.length > 0) throw new Error(text);
    return { from, to };
  });
  return { ...askedSchema.parse(values), files };
}
