import { z } from 'zod';

/** delivered: accepted by the receiver; dead: given up; expired: not sent in time to be of use. */
export const deliveryStates = ['waiting', 'delivered', 'dead', 'expired'] as const;
export const deliveryStateSchema = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;
