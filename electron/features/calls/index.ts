import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { CallView } from '../../../shared/contract/call-views.ts';
import type { CallEvent } from '../../../shared/model/call-event.ts';
import { emptyNote } from '../../../shared/model/call-note.ts';
import { sendsNotes } from '../../../shared/matching/sends-notes.ts';
import { CallDesk, type CallDeskDeps } from './call-desk.ts';
import { dataForAgent } from './call-view.ts';
import { CallHistory } from './call-history.ts';
import { CallNotes } from './call-notes.ts';
import { Claims } from './claims.ts';
import { MissedCalls } from './missed-calls.ts';
import { MissedCount } from './missed-count.ts';
import { rehearse } from './rehearsal.ts';
import { SeenEvents } from './seen-events.ts';
import type { CallEvents } from './call-events.ts';
import type { Dispose, Events } from '../../platform/events.ts';
import { historyKeyOf, type HistoryKey } from '../../platform/storage/history-key.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import { retentionOfLog, RowRetention } from '../../platform/storage/row-retention.ts';
import type { Storage } from '../../platform/storage/storage.ts';

interface Deps extends Omit<CallDeskDeps, 'claims' | 'seen' | 'config'> {
  readonly storage: Storage;
  readonly snapshot: () => ConfigSnapshot;
  readonly drafts: KeptValues;
  readonly missedKept: KeptValues;
}

/** The calls of the current agent: current, past, and their notes. */
export function createCalls(deps: Deps) {
  const { clock, log, storage, snapshot } = deps;
  const claims = new Claims(storage.claims);
  const seen = new SeenEvents(storage.seen, clock, log);
  const desk = new CallDesk({ ...deps, claims, seen, config: snapshot });
  const { events } = desk;
  const view = (key: string): CallView | undefined => desk.view(key);
  const history = createHistory(deps, view, events);
  const missed = new MissedCalls(clock, view, (call) => events.emit('missed', call));
  const notes = createNotes(deps, desk, history);
  const retention = new RowRetention(storage.calls, () => retentionOfLog(snapshot().settings), {
    clock,
    log,
  });
  const missedCount = new MissedCount({
    kept: deps.missedKept,
    agent: () => historyKeyOf(snapshot().agent),
    onChange: () => events.emit('missedCounted'),
  });
  let version = 0;
  const disposers: Dispose[] = [
    events.on('historyChanged', () => (version += 1)),
    events.on('callChanged', (key) => history.touch(key)),
    events.on('missed', () => missedCount.add()),
    events.on('signalled', ({ callKey, signal }) => {
      if (signal === 'ended') missed.ended(callKey);
    }),
  ];
  return {
    desk,
    events,
    history,
    notes,
    missedCount,
    /** Grows with everything that is written into the history. */
    historyVersion: () => version,
    /** What must be known before the first event. */
    async load(): Promise<void> {
      const [known] = await Promise.all([history.load(), claims.load(clock.now()), seen.load()]);
      desk.restore(known);
      desk.remember(await history.earlier(snapshot().agent));
    },
    start: () => retention.start(),
    /** Takes an event through all stages, beside the calls. */
    rehearse: (event: CallEvent) => rehearse(event, { ...deps, config: snapshot }),
    /** The configuration or the current agent changed. */
    apply: following(snapshot, { desk, history, notes }),
    async stop(): Promise<void> {
      retention.stop();
      missed.dispose();
      desk.dispose();
      for (const dispose of disposers) dispose();
      await Promise.all([seen.flush(), history.flush()]);
    },
  };
}

interface OfAgent {
  readonly desk: CallDesk;
  readonly history: CallHistory;
  readonly notes: CallNotes;
}

/** Hands each what is new in the configuration; all that belongs to an agent goes with that agent. */
function following(snapshot: Deps['snapshot'], { desk, history, notes }: OfAgent): () => void {
  let lastAgent: HistoryKey | undefined;
  let keptNotes = true;
  return () => {
    desk.ownAnew();
    const { agent, settings } = snapshot();
    if (keptNotes && !settings.keepNotes) history.forgetNotes();
    keptNotes = settings.keepNotes;
    const now = historyKeyOf(agent);
    if (now === lastAgent) return;
    history.useAgent(now);
    if (lastAgent !== undefined) desk.forgetAgent();
    notes.forgetAgent();
    lastAgent = now;
  };
}

function createHistory(
  { storage, clock, log, snapshot, showNumber }: Deps,
  view: (key: string) => CallView | undefined,
  events: Events<CallEvents>,
): CallHistory {
  return new CallHistory({
    store: storage.calls,
    clock,
    log,
    view,
    forAgent: (data) => dataForAgent(data, snapshot().agent),
    showNumber,
    onChange: () => events.emit('historyChanged'),
  });
}

function createNotes(
  { drafts, snapshot, clock }: Deps,
  desk: CallDesk,
  history: CallHistory,
): CallNotes {
  return new CallNotes({
    drafts,
    agent: () => historyKeyOf(snapshot().agent),
    canSend: () => sendsNotes(snapshot(), clock.now()),
    dispositions: () => snapshot().settings.dispositions,
    dataOf: (key) => history.dataOf(key),
    send: (key, call) => desk.note(key, call),
    onSent: (key, note) => history.noted(key, snapshot().settings.keepNotes ? note : emptyNote),
    now: () => clock.now(),
    onChange: () => desk.events.emit('notesChanged'),
  });
}

export type Calls = ReturnType<typeof createCalls>;
export type { CallEvents, Traced } from './call-events.ts';
