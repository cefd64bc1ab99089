import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { MappingEvaluator } from '../../../shared/mappings/mapping-evaluator.ts';
import type { StartMappingProcess } from '../../../shared/mappings/mapping-process.ts';
import { secretsIn } from '../../../shared/model/secrets-in.ts';
import type { EventLink } from '../../../shared/model/phone-link.ts';
import type { Source, SourceInput } from '../../../shared/model/source.ts';
import type { Message } from '../../../shared/text/message.ts';
import { Listeners } from '../../platform/listeners.ts';
import type { BrowserSignInDeps } from './company/browser-sign-in.ts';
import { CompanySignIns } from './company/company-sign-ins.ts';
import { MappingTrial } from './mapping/mapping-trial.ts';
import { HttpListeners, type HttpListenersDeps } from './http/http-listeners.ts';
import { listenLimits } from './http/listen-limits.ts';
import { addressOf } from './http/source-address.ts';
import { testSource } from './source-test.ts';
import { SourceManager } from './source-manager.ts';
import { lastEventKey, transportFactory, type TransportFactoryDeps } from './transport-factory.ts';

interface Deps {
  readonly transports: Omit<TransportFactoryDeps, 'listeners' | 'companySignIns'>;
  readonly http: Pick<HttpListenersDeps, 'listen' | 'kept' | 'pageText'>;
  readonly signIn: Pick<BrowserSignInDeps, 'openExternal' | 'page'>;
  /** Starts the process that evaluates the mapping of one source. */
  readonly startMappingProcess: StartMappingProcess;
  readonly agent: () => AgentIdentity | undefined;
  /** The sources in force. */
  readonly saved: () => readonly Source[];
  /** False where a proxy finds and reaches the server for us. */
  readonly isDirect: (url: string) => Promise<boolean>;
  /** Where events go. A promise resolves when the event was acted on. */
  readonly handle: (event: CallEvent) => void | Promise<void>;
  /** Something about a source that a person should know. */
  readonly onNotice: (said: Message) => void;
}

/** All that brings events, joined. */
export function createSources({
  transports: given,
  http,
  signIn,
  startMappingProcess,
  agent,
  saved,
  isDirect,
  handle,
  onNotice,
}: Deps) {
  const { clock, log, positions, revealSecret } = given;
  const listeners = new HttpListeners({ ...http, limits: listenLimits });
  const changed = new Listeners();
  const companySignIns = new CompanySignIns({
    ...given,
    ...signIn,
    listenHttp: http.listen,
    onChange: () => changed.emit(),
    onSignedIn: (id) => manager.connect(id),
  });
  const transports = { ...given, listeners, companySignIns };
  const createEvaluator = (): MappingEvaluator => new MappingEvaluator(startMappingProcess, clock);
  const manager: SourceManager = new SourceManager({
    log,
    signInOf: (id) => companySignIns.view(id),
    createEvaluator,
    transportFor: transportFactory(transports),
    secretsOf: ({ transport }) => secretsIn(transport).map((ref) => revealSecret(ref)),
    onEvent: handle,
    onNotice,
    rememberEvent: (sourceId, eventId) => positions.remember(lastEventKey(sourceId), eventId),
    onChange: () => changed.emit(),
  });
  let applied: readonly Source[] = [];
  const mappingTrial = new MappingTrial(createEvaluator, clock);
  return {
    manager,
    mappingTrial,
    /** With every event, and with every state of a connection. */
    changed,
    /** Tests a source as edited. Nothing is saved. */
    test: (source: SourceInput) =>
      testSource(source, { transports, clock, createEvaluator, agent, saved, isDirect }),
    /** The address and the link of a source that is called, with its secret. */
    address: (id: string) =>
      addressOf(
        applied.find((source) => source.id === id),
        manager.views().find((view) => view.id === id)?.place,
        revealSecret,
      ),
    /** Opens the browser for an agent who signs in with the company's account. */
    signIn: (id: string): void => companySignIns.signIn(id),
    /** @returns false where no source takes links with this secret */
    takeLink: (link: EventLink): boolean => listeners.takeLink(link),
    apply(sources: readonly Source[], who: AgentIdentity | undefined): void {
      applied = sources;
      manager.apply(sources, who);
      companySignIns.retain(new Set(sources.filter(signsIn).map(({ id }) => id)));
    },
    stop(): void {
      manager.stop();
      companySignIns.stop();
      mappingTrial.stop();
    },
  };
}

export type Sources = ReturnType<typeof createSources>;

const signsIn = ({ enabled, transport }: Source): boolean =>
  enabled && transport.type === 'websocket' && transport.companySignIn === true;
