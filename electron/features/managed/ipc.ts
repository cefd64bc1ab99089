import type { Handlers } from '../../../shared/contract/contract.ts';
import { done } from '../../../shared/contract/reply.ts';
import type { ManagedConfig } from './managed-config.ts';

export const managedHandlers = (managed: ManagedConfig) =>
  ({
    'managed.check': async () => {
      await managed.check();
      return done;
    },
  }) satisfies Partial<Handlers>;
