import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { TrialCall } from '../../../shared/contract/inputs.ts';
import type { RuleTrialRequest } from '../../../shared/contract/rules.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Result } from '../../../shared/result.ts';
import type { PreparedUrls } from '../popups/index.ts';
import type { PreparedWebhooks } from '../webhooks/index.ts';
import type { Firing } from './firing.ts';
import { tryRules } from './rule-trial.ts';
import { runActions, type ActionParts } from './run-actions.ts';

interface Deps extends Omit<ActionParts, 'flows'> {
  readonly snapshot: () => ConfigSnapshot;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly urls: PreparedUrls;
  readonly prepared: PreparedWebhooks;
  /** A call to try rules on, as one of the current agent where it names none. */
  readonly trialCall: (choice: TrialCall) => Result<CallData>;
}

/** What rules do, and what they would do. */
export function createRules({ prepared, ...deps }: Deps) {
  return {
    run: (firing: Firing) => runActions(firing, { ...deps, flows: () => deps.snapshot().flows }),
    try: (request: RuleTrialRequest) => tryRules(request, { ...deps, webhooks: prepared }),
  };
}

export type Rules = ReturnType<typeof createRules>;
export type { Firing } from './firing.ts';
