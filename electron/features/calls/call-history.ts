import { customerOf } from '../../../shared/calls/party.ts';
import { agentName as nameOf, type AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { EarlierCall } from './caller-memory.ts';
import type { FilterFields } from '../../../shared/calls/filter-values.ts';
import { mergeCallData } from '../../../shared/calls/fold-call.ts';
import { callerOf, queueText } from '../../../shared/calls/caller-text.ts';
import type { CallRecordView, CallView } from '../../../shared/contract/call-views.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { callDataSchema, type CallData } from '../../../shared/model/call-fields.ts';
import type { CallNote } from '../../../shared/model/call-note.ts';
import type { CallRow, CallSearch } from '../../../shared/model/call-record.ts';
import { searchedForms, storedForms } from '../../../shared/numbers/number-search.ts';
import { callerFields } from '../../../shared/numbers/withheld.ts';
import { foldText, searchWords } from '../../../shared/text/fold-text.ts';
import { idsOf, type KnownCall } from './call-key.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { historyKeyOf, type HistoryKey } from '../../platform/storage/history-key.ts';
import type { CallStore, StoredCall } from '../../platform/storage/storage.ts';

/** Milliseconds: the events of a new call make one write, and none delays a popup. */
const writeAfter = 400;
/** No call goes on for longer (milliseconds). */
const knownFor = 12 * 3_600_000;

/** Calls of the history from which numbers are known again after a start, those of customers and the company's own. */
const mostEarlier = 1_000;

interface Deps {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly view: (callKey: string) => CallView | undefined;
  /** The data with what this desk knows of its agent, and nothing of colleagues. */
  readonly forAgent: (data: CallData) => CallData;
  /** How numbers are written for people. */
  readonly showNumber: (number: string) => string;
  readonly onChange: () => void;
}

/** The calls of the current agent, also those of earlier days. */
export class CallHistory {
  private readonly touched = new Map<string, StoredCall>();
  private agent: HistoryKey = historyKeyOf(undefined);
  private cancel: (() => void) | undefined;

  public constructor(private readonly deps: Deps) {}

  /**
   * Before the first event: calls that an earlier run left open.
   *
   * @returns those that may go on, oldest first
   */
  public async load(): Promise<KnownCall[]> {
    const rows = await this.deps.store.recent(this.deps.clock.now() - knownFor);
    await this.deps.store.leave();
    return rows.flatMap(({ callKey, endedAt }) => {
      const ids = idsOf(callKey);
      return ids === undefined ? [] : [{ ...ids, key: callKey, endedAt: timeOf(endedAt) }];
    });
  }

  /** From now on calls are this agent's. The previous agent's calls are no longer tracked. */
  public useAgent(agent: HistoryKey): void {
    const { log, store } = this.deps;
    this.flush()
      .then(() => store.leave())
      .catch((error: unknown) => log.error('calls not left', { problem: errorText(error) }));
    this.agent = agent;
  }

  /** A call is another one than before: it is written soon, as it is now. */
  public touch(callKey: string): void {
    const call = this.deps.view(callKey);
    if (call === undefined) return;
    this.touched.set(callKey, rowOf(call, this.agent));
    this.cancel ??= this.deps.clock.after(writeAfter, () => void this.flush());
  }

  /** Writes what waits. Never throws: it is called at quit. */
  public async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = undefined;
    if (this.touched.size === 0) return;
    const rows = [...this.touched.values()];
    this.touched.clear();
    try {
      await this.deps.store.put(rows);
      this.deps.onChange();
    } catch (error) {
      this.deps.log.error('calls not written', { problem: errorText(error) });
    }
  }

  /** Newest first. */
  public async search({ text, ...search }: CallSearch): Promise<readonly CallRecordView[]> {
    await this.flush();
    const { agent } = this;
    const rows = await this.deps.store.search({ ...search, agent, words: wordsOf(text) });
    return rows.map((row) => this.viewOf(row));
  }

  /** The newest calls of an agent, oldest first, for what is known of their numbers. */
  public async earlier(
    agent: AgentIdentity | undefined,
  ): Promise<readonly { number: string; call: EarlierCall }[]> {
    const search = { agent: historyKeyOf(agent), words: [], limit: mostEarlier };
    const rows = await this.deps.store.search(search);
    return rows.toReversed().flatMap((row) => {
      const fields = parseData(row)?.fields;
      const number = fields && customerOf(fields);
      if (fields === undefined || number === undefined) return [];
      const { callKey, startedAt, outcome } = row;
      const agentName = fields.agentName ?? nameOf(agent);
      const agentExtension = fields.agentExtension ?? agent?.extension ?? agent?.phone ?? '';
      return [{ number, call: { callKey, startedAt, outcome, agentName, agentExtension } }];
    });
  }

  /** What filters of rules can be for, of the agent's newest calls, the newest first. */
  public async filterFields(): Promise<readonly FilterFields[]> {
    await this.flush();
    return this.deps.store.filterFields(this.agent, mostEarlier);
  }

  /** All that is known of a call, for this agent; undefined where it is none of theirs. */
  public async dataOf(callKey: string): Promise<CallData | undefined> {
    await this.flush();
    const row = await this.deps.store.byKey(this.agent, callKey);
    const before = row === null ? undefined : parseData(row);
    const now = this.deps.view(callKey)?.data;
    const data =
      before !== undefined && now !== undefined ? mergeCallData(before, now) : (now ?? before);
    return data && this.deps.forAgent(data);
  }

  /** @param note empty where its text is not kept */
  public async noted(callKey: string, note: CallNote): Promise<void> {
    await this.flush();
    await this.deps.store.noted(this.agent, callKey, this.deps.clock.now(), note);
    this.deps.onChange();
  }

  /** Notes are no longer kept. Never throws. */
  public forgetNotes(): void {
    const { store, log, onChange } = this.deps;
    store
      .forgetNotes()
      .then(onChange)
      .catch((error: unknown) => log.error('notes not forgotten', { problem: errorText(error) }));
  }

  private viewOf(row: CallRow): CallRecordView {
    const data = parseData(row);
    const { number, startedAt, rangAt, answeredAt, endedAt, outcome, notedAt, popupId } = row;
    return {
      number,
      key: row.callKey,
      startedAt,
      rangAt: timeOf(rangAt),
      answeredAt: timeOf(answeredAt),
      endedAt: timeOf(endedAt),
      outcome,
      notedAt: timeOf(notedAt),
      note: row.note,
      disposition: row.disposition,
      caller: data === undefined ? { name: '', number: '' } : callerOf(data, this.deps.showNumber),
      queue: data === undefined ? '' : queueText(data),
      campaign: data?.fields.campaignName ?? '',
      direction: data?.fields.direction ?? '',
      popupId,
    };
  }
}

const timeOf = (at: number): number | undefined => (at === 0 ? undefined : at);

function parseData({ data }: CallRow): CallData | undefined {
  const parsed = parseJson(data);
  return callDataSchema.safeParse(parsed.ok ? parsed.value : undefined).data;
}

function rowOf(call: CallView, agent: HistoryKey): StoredCall {
  const { fields, custom } = call.data;
  // A message as it came can be large, and what it holds is in the fields.
  const { payload: _payload, ...ext } = call.data.ext;
  const text = [
    ...Object.values(fields),
    ...Object.values(custom),
    // A number is found however it is written.
    ...[...callerFields, 'calledNumber' as const].flatMap((name) =>
      storedForms(fields[name] ?? ''),
    ),
  ];
  return {
    agent,
    callKey: call.key,
    startedAt: call.startedAt,
    rangAt: call.rangAt ?? 0,
    answeredAt: call.answeredAt ?? 0,
    endedAt: call.endedAt ?? 0,
    outcome: call.outcome,
    text: foldText([...new Set(text)].join('\n')),
    data: JSON.stringify({ fields, custom, ext }),
  };
}

/** Each word with the ways to write it. What looks like a number is one word, also with its spaces. */
function wordsOf(text: string): string[][] {
  const folded = foldText(text.trim());
  const forms = searchedForms(text);
  if (forms.length > 0) return [[folded, ...forms]];
  return searchWords(text).map((word) => [word]);
}
