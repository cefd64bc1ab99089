import { z } from 'zod';
import { jsonValueSchema } from '../json/json-value.ts';
import { idSchema, nameSchema } from './definition.ts';
import { dialectNameSchema, feedSchema } from './feed.ts';
import { httpWith } from './http-transport.ts';
import { secretInputSchema, secretRefSchema, type SecretSchema } from './secret.ts';
import { issueText } from '../text/message.ts';

const socketUrlSchema = z
  .string()
  .trim()
  .max(8000)
  .superRefine((text, context) => {
    const problem = socketUrlProblem(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

function socketUrlProblem(text: string): string | undefined {
  if (!/^wss?:\/\/[^/?#\s]+/i.test(text)) {
    return issueText('problem.field.webSocketScheme');
  }
  if (/^wss?:\/\/[^/?#]*@/i.test(text)) {
    return issueText('problem.field.sourceUrlWithUser');
  }
  return canParse(text.replace(/\$\{[^{}]*\}/g, 'x'))
    ? undefined
    : issueText('problem.field.urlInvalid');
}

function canParse(url: string): boolean {
  try {
    return new URL(url).hash === '' && !/\s/.test(url);
  } catch {
    return false;
  }
}

/** Header names are tokens (RFC 9110, section 5.6.2). */
const headerNameSchema = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, issueText('problem.field.headerName'));

const httpUrlSchema = z
  .string()
  .trim()
  .max(8000)
  .regex(/^https?:\/\/[^/?#\s@]+([/?#]\S*)?$/i, issueText('problem.field.tokenUrl'));

/** A message a source is sent: a text goes out as it is, anything else as JSON. */
const messageSchema = jsonValueSchema;

const signInWith = <S extends SecretSchema>(secret: S) =>
  z
    .strictObject({
      url: httpUrlSchema,
      method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
      headers: z
        .record(headerNameSchema, secret)
        .default({})
        .describe('Values are stored as secrets'),
      user: z.string().max(500).default(''),
      password: z.optional(secret),
      body: messageSchema
        .optional()
        .describe('Sent as JSON; ${user} and ${password} are filled in'),
      token: z
        .string()
        .max(500)
        .regex(/^(\/[^/]+)+$/, 'must be a JSON pointer, such as /access_token')
        .describe('Token location in the response (JSON pointer)'),
    })
    .describe('Gets a token before each connection, for servers with short-lived tokens');

const websocketWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    type: z.literal('websocket'),
    url: socketUrlSchema.describe('${token} is filled in'),
    token: z
      .optional(secret)
      .describe('Sent as Authorization: Bearer ..., unless the URL or a message uses ${token}'),
    enrolment: z
      .optional(secret)
      .describe(
        'One-time code of the Ringcue gateway: exchanged for a token that this computer keeps',
      ),
    companySignIn: z
      .literal(true)
      .optional()
      .describe(
        'The agent signs in with the company account in the browser, where the Ringcue gateway offers it',
      ),
    signIn: signInWith(secret).optional(),
    headers: z
      .record(headerNameSchema, secret)
      .default({})
      .describe('Values are stored as secrets'),
    subscribe: messageSchema
      .optional()
      .describe(
        'Sent after connecting: a string unchanged, anything else as JSON. ${agent.id}, ' +
          '${agent.customId}, ${agent.email}, ${agent.extension}, ${lastEventId} and ${token} are filled in.',
      ),
    snapshot: messageSchema
      .optional()
      .describe('Sent after subscribing to fetch calls in progress'),
    keepAlive: z
      .strictObject({
        message: messageSchema,
        seconds: z.int().min(5).max(3600).describe('Interval in seconds'),
      })
      .optional()
      .describe('For servers that drop idle connections'),
  });

/** A subject or topic; the agent's own identifiers are filled in as in the subscribe message. */
const topicSchema = z
  .string()
  .min(1)
  .max(500)
  .describe('${agent.id}, ${agent.customId}, ${agent.email} and ${agent.extension} are filled in');

const natsWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    type: z.literal('nats'),
    url: socketUrlSchema,
    stream: z.string().min(1).max(250).describe('JetStream stream with the events'),
    subjects: z.array(topicSchema).min(1).max(50),
    user: z.string().max(500).optional(),
    password: z.optional(secret),
    token: z.optional(secret),
    credentials: z
      .optional(secret)
      .describe('Text of a .creds file: the JWT of a user and its seed'),
  });

const mqttWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    type: z.literal('mqtt'),
    url: socketUrlSchema,
    topics: z.array(topicSchema).min(1).max(50),
    clientId: z
      .string()
      .max(200)
      .optional()
      .describe('Session that keeps events while Ringcue is offline. Default: generated'),
    user: z.string().max(500).optional(),
    password: z.optional(secret),
  });

const sourceWith = <S extends SecretSchema>(secret: S) =>
  z.strictObject({
    id: idSchema,
    name: nameSchema,
    enabled: z.boolean().default(true),
    transport: z.discriminatedUnion('type', [
      websocketWith(secret),
      natsWith(secret),
      mqttWith(secret),
      httpWith(secret),
    ]),
    dialect: dialectNameSchema.default('cloudevents'),
    feed: feedSchema.optional().describe('What the payloads do not contain'),
    carries: z
      .enum(['all-agents', 'this-agent'])
      .default('all-agents')
      .describe('this-agent: every call on this source is for the current agent'),
  });

export const sourceSchema = sourceWith(secretRefSchema);
export type Source = z.infer<typeof sourceSchema>;
export type TransportSettings = Source['transport'];
export type TransportInput = SourceInput['transport'];

export const sourceInputSchema = sourceWith(secretInputSchema);
export type SourceInput = z.infer<typeof sourceInputSchema>;
