import { createHash } from 'node:crypto';

/** What tells one delivery from every other. */
export interface DeliveryOrigin {
  readonly source: string;
  readonly eventId: string;
  readonly ruleId: string;
  readonly webhookId: string;
  /** Its position in a flow; empty outside of one. */
  readonly step: string;
}

/**
 * The webhook-id: the same on every attempt, for every repetition of the event, and on every desk that saw
 * it, so that a receiver can tell that it has it already.
 */
export const deliveryId = (origin: DeliveryOrigin): string => {
  const { source, eventId, ruleId, webhookId, step } = origin;
  const hash = createHash('sha256').update(
    JSON.stringify([source, eventId, ruleId, webhookId, step]),
  );
  return `msg_${hash.digest('base64url').slice(0, 27)}`;
};
