import type { Handlers } from '../../../shared/contract/contract.ts';
import { done } from '../../../shared/contract/reply.ts';
import type { DemoSwitch } from './demo-switch.ts';

/** What our pages may do with the demo. */
export function demoHandlers(demo: DemoSwitch) {
  return {
    'demo.start': async () => {
      await demo.start();
      await demo.ring();
      return done;
    },
    'demo.stop': async () => {
      await demo.stop();
      return done;
    },
    'demo.ring': async () => {
      await demo.ring();
      return done;
    },
  } satisfies Partial<Handlers>;
}
