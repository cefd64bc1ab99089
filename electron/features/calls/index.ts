import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { CallView } from '../../../shared/contract/views.ts';
import { sendsNotes } from '../../../shared/matching/sends-notes.ts';
import { CallDesk, type CallDeskDeps } from './call-desk.ts';
import { dataForAgent } from './call-view.ts';
import { CallHistory } from './call-history.ts';
import { CallNotes } from './call-notes.ts';
import { Claims } from './claims.ts';
import { MissedCalls } from './missed-calls.ts';
import { SeenEvents } from './seen-events.ts';
import { partitionOf } from '../popups/crm-session.ts';
import type { NoteMemory } from '../../platform/storage/note-memory.ts';
import { retentionOfLog, RowRetention } from '../../platform/storage/row-retention.ts';
import type { Storage } from '../../platform/storage/storage.ts';

interface Deps extends Omit<CallDeskDeps, 'claims' | 'seen' | 'config' | 'onCall'> {
  readonly storage: Storage;
  readonly snapshot: () => ConfigSnapshot;
  readonly drafts: NoteMemory;
  readonly onMissed: (call: CallView) => void;
  readonly onHistory: () => void;
  readonly onNotes: () => void;
}

/** The calls of the current agent: current, past, and their notes. */
export function createCallParts(deps: Deps) {
  const { clock, log, storage, snapshot, showNumber } = deps;
  const claims = new Claims(storage.claims);
  const seen = new SeenEvents(storage.seen, clock, log);
  let version = 0;
  const view = (key: string): CallView | undefined => calls.view(key);
  const history = new CallHistory({
    store: storage.calls,
    clock,
    log,
    view,
    forAgent: (data) => dataForAgent(data, snapshot().agent),
    showNumber,
    onChange() {
      version += 1;
      deps.onHistory();
    },
  });
  const missed = new MissedCalls(clock, view, deps.onMissed);
  const calls: CallDesk = new CallDesk({
    ...deps,
    claims,
    seen,
    config: snapshot,
    onCall: (key) => history.touch(key),
    onSignal(key, signal) {
      if (signal === 'ended') missed.ended(key);
      deps.onSignal(key, signal);
    },
  });
  const agent = (): string => partitionOf(snapshot().agent);
  const notes = new CallNotes({
    drafts: deps.drafts,
    agent,
    canSend: () => sendsNotes(snapshot(), clock.now()),
    dispositions: () => snapshot().settings.dispositions,
    dataOf: (key) => history.dataOf(key),
    send: (source, linkedCallId, call) => calls.note(source, linkedCallId, call),
    onSent: (key) => history.noted(key),
    now: () => clock.now(),
    onChange: deps.onNotes,
  });
  const retention = new RowRetention(storage.calls, () => retentionOfLog(snapshot().settings), {
    clock,
    log,
  });
  let lastAgent = '';
  return {
    calls,
    history,
    notes,
    /** Grows with everything that is written into the history. */
    historyVersion: () => version,
    /** What must be known before the first event. */
    load: () => Promise.all([claims.load(clock.now()), seen.load(), history.load()]),
    start: () => retention.start(),
    /** The configuration or the current agent changed. */
    apply(): void {
      const now = agent();
      if (now === lastAgent) return;
      history.useAgent(now);
      if (lastAgent !== '') calls.forgetAgent();
      notes.forgetAgent();
      lastAgent = now;
    },
    async stop(): Promise<void> {
      retention.stop();
      missed.dispose();
      calls.dispose();
      await Promise.all([seen.flush(), history.flush()]);
    },
  };
}
