import { z } from 'zod';

/** What crosses between the demo and the thread of its gateway. Ours on both sides; parsed all the same. */
export const gatewayDataSchema = z.object({
  folder: z.string(),
  /** Of the gateway's own workers. */
  workers: z.string(),
  feed: z.string(),
  feedSecret: z.string(),
  deskToken: z.string(),
});
export type GatewayData = z.infer<typeof gatewayDataSchema>;

export const gatewayMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), port: z.number() }),
  z.object({ type: z.literal('desk connected') }),
]);
export type GatewayMessage = z.infer<typeof gatewayMessageSchema>;

/** Asks the thread to end. */
export const stopMessage = 'stop';
