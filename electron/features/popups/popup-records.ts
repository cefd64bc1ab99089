import { randomUUID } from 'node:crypto';
import { queueText, storedCaller, type StoredCaller } from '../../../shared/calls/caller-text.ts';
import type { RecentPopup } from '../../../shared/contract/views.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { historyKeyOf, type HistoryKey } from '../../platform/storage/history-key.ts';
import type { PopupStore } from '../../platform/storage/storage.ts';
import type { PopupRecord } from '../../../shared/model/popup-record.ts';
import { isLate, restoreRequest, storeRequest, type PopupRequest } from './popup-request.ts';

/** How many popups the desk lists. */
const shownRecent = 50;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: PopupStore;
  /** Who calls, for people. */
  readonly callerOf: (call: CallData) => StoredCaller;
}

/** A record, with what its call says of the caller besides the text. */
type Listed = PopupRecord & StoredCaller;

function listed(record: PopupRecord): Listed {
  const request = restoreRequest(record.popupId, record.request, record.at);
  const { isWithheld } = request === undefined ? {} : storedCaller(request.call);
  return { ...record, ...(isWithheld && { isWithheld }) };
}

/** The popups of the current agent. */
export class PopupRecords {
  private records: Listed[] = [];
  private readonly used = new Map<string, number>();
  private agent: HistoryKey = historyKeyOf(undefined);

  public constructor(private readonly deps: Deps) {}

  /** From now on records are this agent's. */
  public async useAgent(agent: HistoryKey): Promise<void> {
    this.agent = agent;
    // An agent must not see another agent's callers.
    this.records = [];
    this.records = (await this.deps.store.newest(agent, shownRecent)).map(listed);
    for (const { popupId, at } of await this.deps.store.lastUsed()) {
      this.used.set(popupId, Math.max(at, this.used.get(popupId) ?? 0));
    }
  }

  public find(matches: (record: PopupRecord) => boolean): PopupRecord | undefined {
    return this.records.find(matches);
  }

  public recent(): RecentPopup[] {
    return this.records.map(({ agent: _agent, request: _request, ...shown }) => shown);
  }

  /** When each popup was last opened on this computer, by any agent. */
  public lastUsed(): Record<string, number> {
    return Object.fromEntries(this.used);
  }

  /** Lists it at once, and writes it. */
  public add(request: PopupRequest, popupName: string, result: Result<null>): PopupRecord {
    const record: Listed = {
      id: randomUUID(),
      agent: this.agent,
      at: this.deps.clock.now(),
      popupId: request.popupId,
      popupName,
      ...this.deps.callerOf(request.call),
      queue: queueText(request.call),
      outcome: result.ok ? 'opened' : 'failed',
      problem: result.ok ? null : result.problem.message,
      lateSeconds: isLate(request) ? request.lateSeconds : 0,
      callKey: request.callKey,
      request: storeRequest(request),
    };
    this.records = [record, ...this.records].slice(0, shownRecent);
    this.used.set(record.popupId, record.at);
    this.deps.store
      .add(record)
      .catch((error: unknown) =>
        this.deps.log.error('popup not recorded', { problem: errorText(error) }),
      );
    return record;
  }
}
