import { z } from 'zod';
import { stageSchema } from './stage.ts';

const reason = <C extends string, S extends z.ZodRawShape>(code: C, facts: S) =>
  z.object({ code: z.literal(code), ...facts });
const text = z.string().optional();

/** Why a rule did not fire. Shown to users, so each says what was compared. */
export const skipReasonSchema = z.discriminatedUnion('code', [
  reason('switched-off', {}),
  reason('other-stage', { waitsFor: stageSchema }),
  reason('no-agent-set', {}),
  reason('other-agent', {}),
  reason('internal-call', {}),
  reason('other-queue', { queue: text }),
  reason('other-direction', { direction: text }),
  reason('other-number', { number: text }),
  reason('other-campaign', { campaign: text }),
  reason('other-outbound-type', { outboundType: text }),
  reason('condition', {}),
  reason('stale', { ageSeconds: z.number() }),
  reason('over', { ageSeconds: z.number() }),
  /** It fired for this offer of the call before. */
  reason('duplicate', {}),
]);
export type SkipReason = z.infer<typeof skipReasonSchema>;
