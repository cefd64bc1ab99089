import { callerText, queueText } from '../../../shared/calls/caller-text.ts';
import type { CallView, SourceView } from '../../../shared/contract/views.ts';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import { agentName } from '../../../shared/model/agent-identity.ts';
import type { AgentStateEvent, RuleableEvent } from '../../../shared/model/call-event.ts';
import type { EventTrace } from '../../../shared/model/journal.ts';
import { configEntries } from './config-entries.ts';
import { LogForwarder } from './log-forwarder.ts';
import { Journal, type JournalDeps } from './journal.ts';
import {
  agentEntry,
  connectionEntry,
  deliveryEntry,
  missedEntry,
  popupEntry,
  traceEntry,
  traceId,
} from './journal-entries.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import type { SendBytes } from '../../platform/ports/send-bytes.ts';
import type { PopupRecorded } from '../popups/popup-service.ts';
import type { AutoClosed } from '../popups/popup-windows.ts';
import { retentionOfLog, RowRetention } from '../../platform/storage/row-retention.ts';
import type { Attempted } from '../webhooks/outbox.ts';

interface Deps extends JournalDeps {
  readonly snapshot: () => ConfigSnapshot;
  readonly sendHttp: HttpClient;
  readonly sendBytes: SendBytes;
  /** Whoever changes what is configured now has entered the PIN. */
  readonly isByAdministrator: () => boolean;
  /** How numbers are written for people. */
  readonly showNumber: (number: string) => string;
  readonly onMissed: (caller: string, queue: string) => void;
}

/** The log, and what each part of the desk tells it. */
export function createJournalParts(deps: Deps) {
  const { clock, log, store, snapshot } = deps;
  const forwarder = new LogForwarder({
    ...deps,
    url: () => snapshot().settings.forwardLog ?? '',
  });
  const who = (): string =>
    deps.isByAdministrator() ? 'administrator' : agentName(snapshot().agent);
  let version = 0;
  const journal = new Journal({
    ...deps,
    onWritten(entries) {
      version += 1;
      forwarder.add(entries);
      deps.onWritten(entries);
    },
  });
  const retention = new RowRetention(store, () => retentionOfLog(snapshot().settings), {
    clock,
    log,
  });
  const phases = new Map<string, string>();
  let configured: ConfigSnapshot | undefined;
  return {
    journal,
    /** Grows with everything that is written. */
    version: () => version,
    traced: (event: RuleableEvent, callKey: string, trace: EventTrace): void =>
      journal.putLater(traceId(event, trace), () => traceEntry(event, callKey, trace)),
    callMissed: ({ key, data, rangAt, endedAt }: CallView): void => {
      const queue = queueText(data);
      const at = endedAt ?? clock.now();
      journal.put(missedEntry(key, `${rangAt ?? at}`, callerText(data), queue, at));
      deps.onMissed(callerText(data, deps.showNumber), queue);
    },
    popupRecorded: ({ callKey, ...recorded }: PopupRecorded): void =>
      journal.put(popupEntry(recorded, callKey)),
    popupClosed: ({ callKey, ...closed }: AutoClosed): void =>
      journal.put(popupEntry({ ...closed, at: clock.now(), caller: '', queue: '' }, callKey)),
    attempted: (attempted: Attempted): void =>
      journal.put(deliveryEntry(attempted, attempted.callKey, clock.now())),
    agentState: ({ agent, state, occurredAt }: AgentStateEvent): void => {
      journal.put(agentEntry(agentName(agent), state, occurredAt));
    },
    /** Written where a source's state is another one than before. */
    connections(views: readonly SourceView[]): void {
      for (const { id, name, phase, problem } of views) {
        const state = `${phase} ${problem}`;
        if (phases.get(id) === state) continue;
        phases.set(id, state);
        journal.put(connectionEntry(name, phase, problem, clock.now()));
      }
    },
    configured(now: ConfigSnapshot): void {
      const before = configured;
      configured = now;
      if (before === undefined) return;
      for (const entry of configEntries(before, now, who(), clock.now())) journal.put(entry);
    },
    start: () => retention.start(),
    async stop(): Promise<void> {
      retention.stop();
      forwarder.stop();
      await journal.flush();
    },
  };
}
