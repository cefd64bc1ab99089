import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { secretsIn } from '../../../shared/model/secrets-in.ts';
import type { Source } from '../../../shared/model/source.ts';
import { MappingEvaluator } from './mapping/mapping-evaluator.ts';
import { MappingTrial } from './mapping/mapping-trial.ts';
import { SourceManager } from './source-manager.ts';
import { lastEventKey, transportFactory, type TransportFactoryDeps } from './transport-factory.ts';

interface Deps {
  readonly transports: TransportFactoryDeps;
  /** The compiled worker that runs mappings. */
  readonly mappingWorker: string;
  readonly onEvent: (event: CallEvent) => void | Promise<void>;
  readonly onChange: () => void;
}

/** All that brings events, joined. */
export function createSourceParts({ transports, mappingWorker, onEvent, onChange }: Deps) {
  const { clock, log, positions, revealSecret } = transports;
  const createEvaluator = (): MappingEvaluator => new MappingEvaluator(mappingWorker, clock);
  const manager = new SourceManager({
    log,
    createEvaluator,
    transportFor: transportFactory(transports),
    secretsOf: ({ transport }) => secretsIn(transport).map((ref) => revealSecret(ref)),
    onEvent,
    rememberEvent: (sourceId, eventId) => positions.remember(lastEventKey(sourceId), eventId),
    onChange,
  });
  const mappingTrial = new MappingTrial(createEvaluator, clock);
  return {
    manager,
    mappingTrial,
    createEvaluator,
    apply: (sources: readonly Source[], agent: AgentIdentity | undefined): void =>
      manager.apply(sources, agent),
    stop(): void {
      manager.stop();
      mappingTrial.stop();
    },
  };
}
