import { storedCaller, queueText } from '../../../shared/calls/caller-text.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { SourceView } from '../../../shared/contract/source-views.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import { roughBytes } from '../../../shared/json/rough-bytes.ts';
import { revealAddress } from '../../../shared/model/keyed-address.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import { agentName } from '../../../shared/model/agent-identity.ts';
import type { AgentStateEvent, SystemChangeEvent } from '../../../shared/model/call-event.ts';
import { configEntries } from './config-entries.ts';
import { LogForwarder } from './log-forwarder.ts';
import { EntryLog, type EntryLogDeps } from './entry-log.ts';
import {
  agentEntry,
  connectionEntry,
  deliveryEntry,
  missedEntry,
  popupEntry,
  systemEntry,
  traceEntry,
  traceId,
} from './log-entries.ts';
import { Listeners } from '../../platform/listeners.ts';
import type { CallEvents } from '../calls/index.ts';
import { passingEntries, type Passing } from './passing-entries.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { SendBytes } from '../../platform/ports/send-bytes.ts';
import type { AutoClosed, PopupRecorded } from '../popups/index.ts';
import { retentionOfLog, RowRetention } from '../../platform/storage/row-retention.ts';
import type { Attempted } from '../webhooks/index.ts';

interface Deps extends Omit<EntryLogDeps, 'onWritten' | 'passing'> {
  /** Events that nothing came of, newest first: in memory alone. */
  readonly passing: Passing;
  readonly snapshot: () => ConfigSnapshot;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly sendHttp: HttpClient;
  readonly sendBytes: SendBytes;
  /** Whoever changes what is configured now has entered the PIN. */
  readonly isByAdministrator: () => boolean;
}

/** The log of all that the desk did, where it is written and sent on. */
export function createLog(deps: Deps) {
  const { clock, log, store, snapshot, revealSecret } = deps;
  const written = new Listeners();
  let version = 0;
  const forwarder = new LogForwarder({
    ...deps,
    url: () => revealAddress(snapshot().settings.forwardLog, revealSecret),
    framing: () => snapshot().settings.syslogFraming,
  });
  const entryLog = new EntryLog({
    ...deps,
    passing: (search) => passingEntries(deps.passing, search),
    onWritten(entries) {
      version += 1;
      forwarder.add(entries);
      written.emit();
    },
  });
  const retention = new RowRetention(store, () => retentionOfLog(snapshot().settings), {
    clock,
    log,
  });
  return {
    entryLog,
    written,
    /** Grows with everything that is written. */
    version: () => version,
    ...callWriters(entryLog, deps),
    ...connectionWriters(entryLog, deps),
    start: () => retention.start(),
    async stop(): Promise<void> {
      retention.stop();
      forwarder.stop();
      await entryLog.flush();
    },
  };
}

/** What calls, popups and webhooks tell the log. */
function callWriters(entryLog: EntryLog, { clock }: Deps) {
  return {
    traced: ({ event, callKey, trace, whole }: CallEvents['traced']): void =>
      entryLog.putLater(traceId(event, trace), roughBytes(event), () =>
        traceEntry(event, callKey, whole()),
      ),
    callMissed: ({ key, data, rangAt, endedAt }: CallView): void => {
      const at = endedAt ?? clock.now();
      entryLog.put(
        missedEntry(key, `${rangAt ?? at}`, { ...storedCaller(data), queue: queueText(data) }, at),
      );
    },
    popupRecorded: ({ callKey, ...recorded }: PopupRecorded): void =>
      entryLog.put(popupEntry(recorded, callKey)),
    popupClosed: ({ callKey, ...closed }: AutoClosed): void =>
      entryLog.put(
        popupEntry({ ...closed, at: clock.now(), caller: '', queue: '', problem: null }, callKey),
      ),
    attempted: (attempted: Attempted): void =>
      entryLog.put(deliveryEntry(attempted, attempted.callKey, clock.now())),
    agentState: (event: AgentStateEvent): void => entryLog.put(agentEntry(event)),
    systemChanged: (event: SystemChangeEvent): void => entryLog.put(systemEntry(event)),
  };
}

/** What sources and the configuration tell the log: written where something is another one than before. */
function connectionWriters(entryLog: EntryLog, { clock, snapshot, isByAdministrator }: Deps) {
  const phases = new Map<string, string>();
  let configured: ConfigSnapshot | undefined;
  const who = (): string => (isByAdministrator() ? 'administrator' : agentName(snapshot().agent));
  return {
    connections(views: readonly SourceView[]): void {
      for (const { id, name, phase, problem } of views) {
        const state = JSON.stringify([phase, problem]);
        if (phases.get(id) === state) continue;
        phases.set(id, state);
        entryLog.put(connectionEntry(name, phase, problem, clock.now()));
      }
    },
    configured(now: ConfigSnapshot): void {
      const before = configured;
      configured = now;
      if (before === undefined) return;
      for (const entry of configEntries(before, now, who(), clock.now())) entryLog.put(entry);
    },
  };
}

export type LogFeature = ReturnType<typeof createLog>;
