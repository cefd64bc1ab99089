import { z } from 'zod';
import { deliveryStateSchema, type DeliveryState } from '../../../shared/model/delivery.ts';

/** One webhook on its way. Times in milliseconds since 1970. */
export const deliveryRecordSchema = z.object({
  /** In the order accepted. */
  number: z.number(),
  /** The webhook-id of every attempt. */
  id: z.string(),
  webhook: z.string(),
  webhookName: z.string(),
  host: z.string(),
  callKey: z.string(),
  /** The caller and the stage, for people. */
  about: z.string(),
  acceptedAt: z.number(),
  expiresAt: z.number(),
  nextAt: z.number(),
  state: deliveryStateSchema,
  /** All attempts ever made. */
  attempts: z.number(),
  /** How many there were when a person last asked to try again: the schedule began anew there. */
  roundStart: z.number(),
  problem: z.string(),
  /** How long the last attempt took, in milliseconds; 0 before the first. */
  lastMs: z.number(),
  isTest: z.number().transform((flag) => flag === 1),
});
export type DeliveryRecord = z.infer<typeof deliveryRecordSchema>;

export interface NewDelivery {
  readonly id: string;
  readonly webhook: string;
  readonly webhookName: string;
  readonly host: string;
  readonly callKey: string;
  readonly about: string;
  readonly acceptedAt: number;
  readonly expiresAt: number;
  readonly isTest: boolean;
  /** JSON of the frozen request; its secrets are references. */
  readonly request: string;
}

export const attemptRecordSchema = z.object({
  number: z.number(),
  at: z.number(),
  ms: z.number(),
  /** 0: no answer came. */
  status: z.number(),
  problem: z.string(),
  /** Headers and the beginning of the body. */
  response: z.string(),
});
export type AttemptRecord = z.infer<typeof attemptRecordSchema>;

/** An attempt, and what became of its delivery. */
export interface AttemptOutcome {
  readonly id: string;
  readonly attempt: AttemptRecord;
  readonly state: DeliveryState;
  readonly nextAt: number;
}

export interface Settlement {
  readonly id: string;
  readonly state: DeliveryState;
  readonly problem: string;
  readonly at: number;
}

export interface DeliveryQuery {
  readonly state?: DeliveryState | undefined;
  readonly webhook?: string | undefined;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

export interface Revival {
  /** Only those that failed by then: deliveries that fail again are not retried for ever. */
  readonly settledBefore?: number | undefined;
  /** Undefined: every dead one. */
  readonly ids?: readonly string[] | undefined;
  readonly now: number;
  readonly expiresAt: number;
  /** Another request in the place of the frozen one. */
  readonly request?: string | undefined;
  readonly host?: string | undefined;
  /** At most so many, so that a long list blocks nothing. */
  readonly limit: number;
}

export interface Retention {
  /** Settled before this. */
  readonly before: number;
  /** More settled ones than this: the oldest go. */
  readonly keep: number;
  readonly limit: number;
}
