import { z } from 'zod';
import { feedConfigSchema } from './feed-config.ts';
import { fleetSchema } from './fleet-config.ts';
import { networkSchema } from './network-list.ts';
import { says } from './says.ts';
import { signInSchema } from './sign-in-config.ts';

const identifier = z.string().trim().min(1).max(320);

const agentSchema = z.strictObject({
  id: identifier.regex(/^[^*\s>]+$/, says('must not contain spaces, * or >')),
  customId: identifier.optional(),
  email: identifier.optional(),
  extension: identifier.optional(),
  queues: z.array(identifier).max(1_000).default([]).describe('IDs or names'),
});

const listenSchema = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.int().min(0).max(65_535).default(8080),
  tls: z
    .strictObject({ certificate: z.string(), key: z.string() })
    .optional()
    .describe('PEM texts: use ${file:PATH}'),
  trustedProxies: z
    .array(networkSchema)
    .max(100)
    .default([])
    .describe('Whose X-Forwarded-For is believed'),
  bodySeconds: z.int().min(1).max(60).default(10).describe('Time for one whole request'),
});

const publishSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hub') }).describe('Desks connect here'),
  z
    .strictObject({
      type: z.literal('nats'),
      servers: z
        .array(z.string().regex(/^(nats|tls):\/\//))
        .min(1)
        .max(20),
      user: z.string().optional(),
      password: z.string().optional(),
      token: z.string().optional(),
      credentials: z.string().optional().describe('Text of a .creds file: use ${file:PATH}'),
      stream: z
        .string()
        .regex(/^[\w-]{1,100}$/)
        .default('CALLS'),
      subject: z
        .string()
        .regex(/^[\w-]+(\.[\w-]+)*$/)
        .default('calls')
        .describe('SUBJECT.agent.ID for one agent, SUBJECT.everybody for all'),
    })
    .describe('Desks connect to NATS; several gateways can run'),
]);

/** The one file of the gateway. */
export const gatewayConfigSchema = z
  .strictObject({
    listen: listenSchema.prefault({}),
    data: z.string().min(1).describe('Folder of the database, on a local disk'),
    keepHours: z
      .int()
      .min(1)
      .max(24 * 31)
      .default(72)
      .describe('How long events are kept'),
    metricsNetworks: z
      .array(networkSchema)
      .default(['127.0.0.0/8', '::1'])
      .describe('From where /metrics may be read'),
    agents: z.array(agentSchema).max(50_000).default([]),
    feeds: z.array(feedConfigSchema).max(500),
    signIn: signInSchema.optional().describe('Desks sign in with OpenID Connect'),
    fleet: fleetSchema.optional().describe('Desks get their configuration here'),
    publish: publishSchema.default({ type: 'hub' }),
  })
  .superRefine(({ agents, feeds, signIn, publish }, context) => {
    const ids = new Set(agents.map(({ id }) => id));
    const names = feeds.map(({ name }) => name);
    const issue = (path: PropertyKey[], message: string): void =>
      context.addIssue({ code: 'custom', path, message: says(message) });
    if (signIn !== undefined && publish.type !== 'hub') issue(['signIn'], 'needs the hub');
    if (ids.size < agents.length) issue(['agents'], 'must not hold an id twice');
    if (new Set(names).size < names.length) issue(['feeds'], 'must not hold a name twice');
    for (const [index, { routes }] of feeds.entries()) {
      for (const [row, { to }] of routes.entries()) {
        if (!('agents' in to)) continue;
        const unknown = to.agents.find((id) => !ids.has(id));
        if (unknown === undefined) continue;
        issue(
          ['feeds', index, 'routes', row, 'to'],
          `names an agent that is not listed: ${unknown}`,
        );
      }
    }
  });
export type GatewayConfig = z.infer<typeof gatewayConfigSchema>;
export type NatsPublish = Extract<GatewayConfig['publish'], { type: 'nats' }>;
