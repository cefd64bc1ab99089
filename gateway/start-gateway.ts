import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { mkdirSync } from 'node:fs';
import { MappingEvaluator } from '../shared/mappings/mapping-evaluator.ts';
import { Answers } from './answers/answers.ts';
import type { GatewayConfig } from './config/gateway-config.ts';
import { FeedReader } from './events/feed-reader.ts';
import { startMappingProcess } from './events/start-mapping-process.ts';
import { Hub } from './hub/hub.ts';
import { addEnrolRoute } from './hub/enrol-route.ts';
import { createServer } from './ingress/create-server.ts';
import { FeedIntake } from './ingress/feed-intake.ts';
import { addFeedRoutes } from './ingress/feed-routes.ts';
import { createMetrics } from './metrics.ts';
import { AgentDirectory } from './routing/agent-directory.ts';
import { keepClean } from './store/keep-clean.ts';
import { openStore } from './store/store.ts';

interface Options {
  readonly config: GatewayConfig;
  /** Folder with the built workers. */
  readonly workers: string;
  readonly logTo?: Writable;
}

/** Starts the gateway with its own hub. @returns once it listens */
export async function startGateway({ config, workers, logTo }: Options) {
  const now = (): number => Date.now();
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const metrics = createMetrics();
  const directory = new AgentDirectory(config.agents);
  const store = openStore(path.join(workers, 'store-worker.cjs'), config.data);
  const { listen, metricsNetworks } = config;
  const app = createServer({
    listen,
    metricsNetworks,
    metrics,
    logTo,
    isWell: () => store.revokedSince(now()),
  });
  const onProblem = (problem: string): void => app.log.error({ problem }, 'hub');
  const hub = new Hub({ store, metrics, now, onProblem });
  const timer = {
    after(ms: number, run: () => void) {
      const timeout = setTimeout(run, ms);
      return () => clearTimeout(timeout);
    },
  };
  const startProcess = startMappingProcess(path.join(workers, 'mapping-process.cjs'));
  const intakes = new Map(
    config.feeds.map((feed) => {
      const reader = new FeedReader(feed, () => new MappingEvaluator(startProcess, timer));
      return [feed.name, new FeedIntake(feed, reader, { directory, sink: hub, metrics })];
    }),
  );
  const answers = new Answers({ directory, lastTaker: store.lastTaker, now });
  await addFeedRoutes(app, { intakes, metrics, now, answerFor: answers.of.bind(answers) });
  addEnrolRoute(app, store, now);
  const stopCleaning = keepClean(store, config.keepHours, now, onProblem);
  await store.revokedSince(now()); // rejects where the database cannot be opened
  hub.listen(app.server);
  await app.listen({ host: listen.host, port: listen.port, backlog: 4_096 });
  return {
    port: portOf(app.server.address()),
    /** Finishes what was begun, then closes all. */
    async stop() {
      stopCleaning();
      hub.stop();
      await app.close();
      for (const intake of intakes.values()) intake.stop();
      await store.close();
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  address === null || typeof address === 'string' ? 0 : address.port;
