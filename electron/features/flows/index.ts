import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/logging/log.ts';
import type { WebhookService } from '../webhooks/index.ts';
import { ContactChoices } from './contact-choices.ts';
import { FlowRunner } from './flow-runner.ts';

export { FlowRunner } from './flow-runner.ts';
export type { ContactChoices } from './contact-choices.ts';

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly webhooks: WebhookService;
  /** Whether the call runs and the agent sees it. */
  readonly isOnCard: (callKey: string) => boolean;
}

/** Runs flows, and asks the agent where a flow does. */
export function createFlows({ log, webhooks, ...deps }: Deps) {
  const choices = new ContactChoices(deps);
  const runner = new FlowRunner(log, webhooks, choices);
  return {
    runner,
    choices,
    /** Stops the flows that end with their call, and takes back their questions. */
    callOver(callKey: string, by: 'ended' | 'elsewhere'): void {
      if (by === 'ended') runner.callEnded(callKey);
      choices.withdraw(callKey, by);
    },
    stop: () => choices.stop(),
  };
}
