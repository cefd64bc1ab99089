import { z } from 'zod';
import { failedSchema, healthSearchSchema, type DeliveryHealth } from '../model/delivery-health.ts';
import { deliverySearchSchema } from '../model/delivery.ts';
import { tokenSchema } from './inputs.ts';
import { procedure, returns } from './procedure.ts';
import type { DeliveriesView, DeliveryDetail, SavedFile } from './views.ts';

export const deliveryProcedures = {
  'deliveries.search': procedure({
    input: deliverySearchSchema,
    right: 'view',
    output: returns<DeliveriesView>(),
  }),
  'deliveries.health': procedure({
    input: healthSearchSchema,
    right: 'view',
    output: returns<DeliveryHealth>(),
  }),
  'deliveries.detail': procedure({
    input: z.strictObject({ id: tokenSchema }),
    right: 'view',
    output: returns<DeliveryDetail>(),
  }),
  'deliveries.export': procedure({
    input: deliverySearchSchema.omit({ offset: true, limit: true }),
    right: 'view',
    output: returns<SavedFile>(),
  }),
  'deliveries.retry': procedure({
    input: z.strictObject({
      id: tokenSchema,
      url: z.string().max(20_000).optional(),
      body: z
        .string()
        .max(1024 * 1024)
        .optional(),
    }),
    right: 'edit',
    output: returns<{ readonly count: number }>(),
  }),
  'deliveries.retryDead': procedure({
    input: failedSchema,
    right: 'edit',
    /** How many were retried in this step; 0: none is left. */
    output: returns<{ readonly count: number }>(),
  }),
};
