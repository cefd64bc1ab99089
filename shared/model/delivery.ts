import { z } from 'zod';

/** delivered: accepted by the receiver; dead: failed, not retried; expired: not delivered in time. */
export const deliveryStates = ['waiting', 'delivered', 'dead', 'expired'] as const;
export const deliveryStateSchema = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;
