import type { Handlers } from '../../../shared/contract/contract.ts';
import type { OverviewFeature } from './index.ts';

export const overviewHandlers = (overview: OverviewFeature) =>
  ({
    'overview.read': async (search) => ({ ok: true, value: await overview.read(search) }),
  }) satisfies Partial<Handlers>;
