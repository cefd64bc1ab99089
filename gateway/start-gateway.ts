import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { MappingEvaluator } from '../shared/mappings/mapping-evaluator.ts';
import { Answers } from './answers/answers.ts';
import type { GatewayConfig } from './config/gateway-config.ts';
import { FeedReader } from './events/feed-reader.ts';
import { startMappingProcess } from './events/start-mapping-process.ts';
import { addFleetRoutes } from './fleet/fleet-routes.ts';
import { addStatus, createServer } from './ingress/create-server.ts';
import { FeedIntake, type IntakeDeps } from './ingress/feed-intake.ts';
import { addFeedRoutes } from './ingress/feed-routes.ts';
import { createMetrics } from './metrics.ts';
import { hubPublishing, type PublishingDeps } from './publish/hub-publishing.ts';
import { natsPublishing } from './publish/nats-publishing.ts';
import type { Publishing } from './publish/publishing.ts';
import { AgentDirectory, type Directory } from './routing/agent-directory.ts';

interface Options {
  readonly config: GatewayConfig;
  /** Folder with the built workers. */
  readonly workers: string;
  /** Whose desks events go to; the agents of the configuration unless it is given. */
  readonly directory?: Directory;
  readonly isSilent?: boolean;
  /** Told when a desk has connected. */
  readonly onDesk?: () => void;
}

/** Starts the gateway. @returns once it listens */
export async function startGateway({ config, workers, ...options }: Options) {
  const now = (): number => Date.now();
  const metrics = createMetrics();
  const { directory = new AgentDirectory(config.agents), isSilent = false, onDesk } = options;
  const { listen, metricsNetworks } = config;
  const app = createServer(listen, isSilent);
  const onProblem = (problem: string): void => app.log.error({ problem }, 'hub');
  const publishing = await openPublishing({
    config,
    workers,
    metrics,
    directory,
    now,
    onProblem,
    onDesk,
  });
  const { sink, lastTaker, isWell } = publishing;
  const intakes = createIntakes(config, workers, { directory, sink, metrics });
  const stop = async (): Promise<void> => {
    publishing.farewell();
    await app.close();
    for (const intake of intakes.values()) intake.stop();
    await publishing.close();
  };
  try {
    addStatus(app, { metricsNetworks, metrics, isWell });
    const answers = new Answers({ directory, lastTaker, now });
    await addFeedRoutes(app, { intakes, metrics, now, answerFor: answers.of.bind(answers) });
    publishing.attach(app);
    const { fleet, data } = config;
    if (fleet !== undefined) await addFleetRoutes(app, { fleet, folder: data, now });
    await isWell(); // rejects where the database cannot be opened
    await app.listen({ host: listen.host, port: listen.port, backlog: 4_096 });
  } catch (error) {
    // What is left open would keep the process, and nothing would start it again.
    await stop().catch(() => undefined);
    throw error;
  }
  /** `stop` finishes what was begun, then closes all. */
  return { port: portOf(app.server.address()), stop };
}

function openPublishing(deps: PublishingDeps): Promise<Publishing> {
  const { config } = deps;
  return config.publish.type === 'nats'
    ? natsPublishing(config, config.publish, deps.onProblem)
    : Promise.resolve(hubPublishing(deps));
}

function createIntakes(
  { feeds }: GatewayConfig,
  workers: string,
  deps: IntakeDeps,
): ReadonlyMap<string, FeedIntake> {
  const startProcess = startMappingProcess(path.join(workers, 'mapping-process.cjs'));
  const createEvaluator = (): MappingEvaluator => new MappingEvaluator(startProcess, { after });
  return new Map(
    feeds.map((feed) => [
      feed.name,
      new FeedIntake(feed, new FeedReader(feed, createEvaluator), deps),
    ]),
  );
}

function after(ms: number, run: () => void): () => void {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
}

const portOf = (address: AddressInfo | string | null): number =>
  address === null || typeof address === 'string' ? 0 : address.port;
