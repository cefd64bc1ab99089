import { z } from 'zod';
import { fieldRefSchema } from '../../shared/model/call-fields.ts';
import { dialectNameSchema, feedSchema } from '../../shared/model/feed.ts';
import { answerSchema } from './answer-config.ts';
import { authenticationSchema } from './authentication.ts';
import { networkSchema } from './network-list.ts';
import { says } from './says.ts';
import { validationSchema } from './validation-config.ts';

const texts = z.array(z.string().min(1).max(500)).min(1).max(1_000);

const routeSchema = z.strictObject({
  when: z
    .strictObject({
      calledNumber: texts.optional(),
      queue: texts.optional(),
      campaign: texts.optional(),
      dialPlan: texts
        .optional()
        .describe('Dial plan, IVR or call treatment: its ID, name or number'),
      fields: z.record(fieldRefSchema, texts).optional().describe('Any other call field'),
    })
    .describe('Every column must hold one of its values. Empty: every call'),
  to: z.union([
    z.strictObject({ agents: z.array(z.string().min(1)).min(1).max(1_000) }),
    z.strictObject({ queue: z.string().min(1) }).describe('All agents of a queue'),
    z.strictObject({ everybody: z.literal(true) }),
  ]),
});

/** Also at feeds that do not exist: another limit would tell which do. */
export const defaultPerSecond = 500;

/** One address of the gateway: `/in/NAME`. */
export const feedConfigSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, says('may hold a-z, 0-9 and - only')),
    authentication: authenticationSchema,
    networks: z.array(networkSchema).max(500).default([]).describe('Empty: from anywhere'),
    dialect: dialectNameSchema,
    payload: feedSchema.default({}).describe('What the payloads do not say: the feed of a source'),
    routes: z.array(routeSchema).max(1_000).default([]),
    answer: answerSchema.optional(),
    validation: validationSchema
      .optional()
      .describe('How a phone system checks the address before it sends events'),
    maxBytes: z.int().min(1_024).max(1_048_576).default(262_144),
    perSecond: z
      .int()
      .min(1)
      .max(100_000)
      .default(defaultPerSecond)
      .describe('Requests a second from one address before 429'),
  })
  .superRefine((feed, context) => {
    if (feed.authentication.type === 'networks' && feed.networks.length === 0) {
      context.addIssue({
        code: 'custom',
        path: ['networks'],
        message: says('must name a network'),
      });
    }
    if (feed.dialect === 'mapping' && (feed.payload.mapping ?? '').trim() === '') {
      context.addIssue({
        code: 'custom',
        path: ['payload', 'mapping'],
        message: says('is missing'),
      });
    }
  });
export type FeedConfig = z.infer<typeof feedConfigSchema>;
