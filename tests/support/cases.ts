import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { jsonValueSchema } from '../../shared/json/json-value.ts';
import { knownDialectNames } from '../../shared/model/feed.ts';

const caseSchema = z.strictObject({
  name: z.string(),
  /** The public report or documentation that it was rebuilt from. */
  from: z.string(),
  note: z.string().optional(),
  dialect: z.enum(knownDialectNames).default('cloudevents'),
  country: z.string().optional(),
  stage: z.string().optional(),
  frames: z.union([z.string(), z.array(jsonValueSchema)]),
  /** What must come, in words. */
  right: z.string(),
});
export type PublicCase = z.infer<typeof caseSchema>;

/** Inputs from public reports, each with the right result. */
export const publicCases = (): PublicCase[] =>
  z.array(caseSchema).parse(JSON.parse(readFileSync('tests/fixtures/cases/calls.json', 'utf8')));

/** Shows that a case comes out right. Throws where it does not. */
export type Check = (one: PublicCase) => void | Promise<void>;

/** The frames of a case, as texts. */
export const textsOf = ({ frames }: PublicCase): string[] =>
  typeof frames === 'string'
    ? frames.split(' and ')
    : frames.map((frame) => (typeof frame === 'string' ? frame : JSON.stringify(frame)));
