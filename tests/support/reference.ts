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
  z.object({
    fields: z.array(
      z.object({
        label: z.string(),
        kind: z.string(),
        mandatory: z.boolean(),
        exampleInDocument: z.string().nullable(),
        exampleReadsAs: z.enum(['value', 'parameter name']).nullable(),
      }),
    ),
    listColumns: z.array(z.string()),
    operations: z.object({ searchBy: z.array(z.string()) }),
    encryption: z.object({ methods: z.array(z.string()) }),
    events: z.object({ named: z.array(z.string()) }),
  }),
);

export const acefone = reference(
  'acefone',
  z.object({
    triggers: z.array(
      z.object({
        name: z.string(),
        deprecated: z.boolean(),
        dialerOnly: z.boolean(),
        callTypes: z.array(z.enum(['Inbound', 'Outbound'])).nullable(),
        correlationKeys: z.array(z.string()),
        variables: z.array(
          z.object({
            name: z.string(),
            jsonType: z.string().nullable(),
            example: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
);

export const autoid = reference(
  'autoid',
  z.object({
    tokens: z.array(
      z.object({
        token: z.string(),
        category: z.string(),
        example: z.string().nullable(),
        nested: z.boolean(),
      }),
    ),
    categories: z.record(z.string(), z.string()),
    templateTypes: z.array(z.string()),
    methods: z.array(z.string()),
    successCodes: z.array(z.number()),
    headers: z.object({ inputs: z.array(z.string()), valueExamples: z.array(z.string()) }),
    wizard: z.object({
      existingTemplate: z.array(z.object({ step: z.string(), fields: z.array(z.string()) })),
      createTemplate: z.array(z.object({ step: z.string(), fields: z.array(z.string()) })),
    }),
  }),
);

export const callvoip = reference(
  'callvoip',
  z.object({
    parameters: z.array(
      z.object({
        label: z.string(),
        required: z.boolean(),
        values: z.array(z.string()).optional(),
        schemes: z.array(z.string()).optional(),
        default: z.number().nullable(),
        min: z.number().optional(),
        max: z.number().optional(),
      }),
    ),
    bodyFields: z.array(z.object({ key: z.string() })),
    bodySentWith: z.array(z.string()),
    bodyNotSentWith: z.array(z.string()),
    conditionAppRules: z.array(z.object({ rule: z.string(), id: z.string() })),
    sampleBodyAsPrinted: z.array(z.string()),
    sampleBodyCorrected: z.record(z.string(), z.string()),
  }),
);

export const webitel = reference(
  'webitel',
  z.object({
    events: z.array(z.string()),
    registryColumns: z.array(z.object({ label: z.string() })),
    publicDocumentation: z.object({ fields: z.record(z.string(), z.array(z.string())) }),
  }),
);
