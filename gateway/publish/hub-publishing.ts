import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { addEnrolRoute } from '../hub/enrol-route.ts';
import { Hub } from '../hub/hub.ts';
import { addSignInRoute } from '../hub/sign-in-route.ts';
import type { Metrics } from '../metrics.ts';
import type { Directory } from '../routing/agent-directory.ts';
import { keepClean } from '../store/keep-clean.ts';
import { openStore } from '../store/store.ts';
import type { Publishing } from './publishing.ts';

export interface PublishingDeps {
  readonly config: GatewayConfig;
  /** Folder with the built workers. */
  readonly workers: string;
  readonly metrics: Metrics;
  readonly directory: Directory;
  readonly now: () => number;
  readonly onProblem: (problem: string) => void;
  readonly onDesk: (() => void) | undefined;
}

/** One gateway that keeps events itself, and to which desks connect. */
export function hubPublishing(deps: PublishingDeps): Publishing {
  const { config, workers, metrics, directory, now, onProblem, onDesk } = deps;
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const store = openStore(path.join(workers, 'store-worker.cjs'), config.data);
  const hub = new Hub({ store, metrics, directory, now, onProblem, onDesk });
  const stopCleaning = keepClean(store, config.keepHours, now, onProblem);
  return {
    sink: hub,
    lastTaker: store.lastTaker,
    isWell: () => store.revokedSince(now()),
    attach(app) {
      addEnrolRoute(app, store, now);
      const { signIn } = config;
      if (signIn !== undefined) addSignInRoute(app, { config: signIn, directory, store, now });
      hub.listen(app.server);
    },
    farewell() {
      stopCleaning();
      hub.stop();
    },
    close: () => store.close(),
  };
}
