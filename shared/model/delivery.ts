import { z } from 'zod';
import { idSchema } from './definition.ts';
import { stageSchema } from './stage.ts';
import { keptProblemSchema, problemFromText } from '../text/message.ts';

/** A column of text, or what was read of it before. */
const problemColumn = z.union([z.string().transform(problemFromText), keptProblemSchema]);

/** What is fixed when a webhook is accepted. Times in milliseconds since 1970. */
const acceptedSchema = z.object({
  /** The webhook-id of every attempt. */
  id: z.string(),
  webhook: z.string(),
  webhookName: z.string(),
  host: z.string(),
  callKey: z.string(),
  /** Name and number, as they came; with the stage in rows of versions before 0.2. */
  caller: z.string(),
  /** What the call had come to; null in rows of versions before 0.2. */
  stage: z.union([stageSchema, z.literal('').transform(() => null), z.null()]),
  acceptedAt: z.number(),
  expiresAt: z.number(),
  isTest: z.boolean(),
});

/** What every delivery has, whatever became of it so far. */
const knownSchema = acceptedSchema.extend({
  /** In the order accepted. */
  number: z.number(),
  /** All attempts ever made. */
  attempts: z.number(),
  /** How many there were when a person last asked to try again: the schedule began anew there. */
  roundStart: z.number(),
  /** What was wrong with the last attempt; null where nothing was. */
  problem: problemColumn,
  /** How long the last attempt took, in milliseconds; 0 before the first. */
  lastMs: z.number(),
});

const waitingSchema = knownSchema.extend({
  state: z.literal('waiting'),
  /** When the next attempt is due. */
  nextAt: z.number(),
});
const settledSchema = knownSchema.extend({ settledAt: z.number() });

/**
 * The life of a delivery: it waits for its first or its next attempt until the receiver accepts it
 * (delivered), until it fails and is not retried (dead), or until its time is over (expired). A person can
 * make a dead or expired one wait again. While an attempt runs it still waits: a crash sends it again.
 */
export const deliverySchema = z.discriminatedUnion('state', [
  waitingSchema,
  settledSchema.extend({ state: z.literal('delivered') }),
  settledSchema.extend({ state: z.literal('dead') }),
  settledSchema.extend({ state: z.literal('expired') }),
]);
export type Delivery = z.infer<typeof deliverySchema>;
export type WaitingDelivery = Extract<Delivery, { state: 'waiting' }>;
export type SettledDelivery = Exclude<Delivery, WaitingDelivery>;

export const deliveryStateSchema = z.enum(
  deliverySchema.options.map(({ shape }) => shape.state.value),
);
export const deliveryStates = deliveryStateSchema.options;
export type DeliveryState = Delivery['state'];

/** Before it is on disk. */
export type NewDelivery = z.infer<typeof acceptedSchema> & {
  /** JSON of the frozen request; its secrets are references. */
  readonly request: string;
};

export const attemptSchema = z.object({
  number: z.number(),
  at: z.number(),
  ms: z.number(),
  /** 0: no answer came. */
  status: z.number(),
  problem: problemColumn,
  /** Headers and the beginning of the body. */
  response: z.string(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** An attempt, and the delivery as it is after it. */
export interface Outcome {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
}

export const deliverySearchSchema = z.strictObject({
  state: deliveryStateSchema.optional(),
  search: z.string().max(500),
  webhook: idSchema.optional(),
  /** Accepted at or after, and up to; milliseconds since 1970. */
  from: z.number().min(0).optional(),
  to: z.number().min(0).optional(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type DeliverySearch = z.infer<typeof deliverySearchSchema>;
