import { z } from 'zod';
import type { NotesView } from '../../../shared/contract/call-views.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import { callNoteSchema, emptyNote, type CallNote } from '../../../shared/model/call-note.ts';
import type { EventTrace } from '../../../shared/model/log-entry.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { idsOf } from './call-key.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import { message, type Message } from '../../../shared/text/message.ts';

interface Deps {
  /** Kept over a restart: what somebody wrote is not lost. */
  readonly drafts: KeptValues;
  /** Key of the current agent: drafts belong to that agent only. */
  readonly agent: () => string;
  /** Whether an enabled rule sends notes on. */
  readonly canSend: () => boolean;
  readonly dispositions: () => readonly string[];
  readonly dataOf: (callKey: string) => Promise<CallData | undefined>;
  readonly send: (callKey: string, call: CallData) => Promise<EventTrace>;
  readonly onSent: (callKey: string, note: CallNote) => Promise<void>;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** More unsent notes than anybody leaves behind; the oldest goes. */
const mostDrafts = 200;

/** Milliseconds: by then its call has been deleted, too. */
const keptFor = 30 * 86_400_000;
const draftSchema = callNoteSchema.extend({ at: z.number() });

/** Notes and dispositions of the agent: webhooks send them. The history keeps them where that is set. */
export class CallNotes {
  private readonly sent = new Map<string, number>();

  public constructor(private readonly deps: Deps) {}

  public view(): NotesView {
    return {
      canSend: this.deps.canSend(),
      drafts: this.drafts(),
      sent: Object.fromEntries(this.sent),
    };
  }

  /** Another agent is set. */
  public forgetAgent(): void {
    this.sent.clear();
  }

  /** What is written so far; undefined where no note of it can be sent. */
  public textOf(callKey: string): string | undefined {
    if (!this.deps.canSend() || idsOf(callKey) === undefined) return undefined;
    return this.drafts()[callKey]?.note ?? '';
  }

  /** Keeps a note; the disposition stays as it was picked. */
  public keepText(callKey: string, note: string): void {
    const { disposition } = this.drafts()[callKey] ?? emptyNote;
    this.keep(callKey, { note, disposition });
  }

  /** Keeps what is being written. */
  public keep(callKey: string, note: CallNote): void {
    const { drafts, now, onChange } = this.deps;
    const isEmpty = note.note === '' && note.disposition === '';
    const draft = JSON.stringify({ ...note, at: now() });
    drafts.remember(this.nameOf(callKey), isEmpty ? '' : draft);
    const names = drafts.names();
    const [oldest] = names;
    if (oldest !== undefined && names.length > mostDrafts) drafts.remember(oldest, '');
    onChange();
  }

  public async send(callKey: string, note: CallNote): Promise<Result<null>> {
    const { canSend, dispositions, dataOf, send, onSent, now, onChange } = this.deps;
    const text = note.note.trim();
    if (text === '' && note.disposition === '') {
      return fail(message('problem.note.empty'), 'note');
    }
    if (note.disposition !== '' && !dispositions().includes(note.disposition)) {
      return fail(message('problem.note.dispositionGone'), 'disposition');
    }
    if (!canSend()) return fail(message('problem.note.noWebhook'));
    const call = idsOf(callKey) && (await dataOf(callKey));
    if (call === undefined) return fail(message('problem.note.callDeleted'));
    const fields = {
      ...call.fields,
      note: text,
      ...(note.disposition === '' ? {} : { disposition: note.disposition }),
    };
    const problem = problemIn(await send(callKey, { ...call, fields }));
    if (problem !== undefined) return fail(message('problem.note.notSent', { problem }));
    this.deps.drafts.remember(this.nameOf(callKey), '');
    this.sent.set(callKey, now());
    await onSent(callKey, { ...note, note: text });
    onChange();
    return ok(null);
  }

  private drafts(): Record<string, CallNote> {
    const { drafts, agent, now } = this.deps;
    const prefix = `${agent()} `;
    return Object.fromEntries(
      drafts.names().flatMap((name) => {
        if (!name.startsWith(prefix)) return [];
        const parsed = parseJson(drafts.of(name) ?? '');
        const draft = draftSchema.safeParse(parsed.ok ? parsed.value : undefined);
        if (!draft.success || now() - draft.data.at > keptFor) return [];
        const { at: _at, ...note } = draft.data;
        return [[name.slice(prefix.length), note] as const];
      }),
    );
  }

  private nameOf(callKey: string): string {
    return `${this.deps.agent()} ${callKey}`;
  }
}

const nobodyTakesIt = message('problem.note.noWebhookForCall');

/** Why nothing was sent; undefined where something was. */
function problemIn({ rules }: EventTrace): Message | undefined {
  const fired = rules.filter(({ reason }) => reason === undefined);
  if (fired.length === 0) return nobodyTakesIt;
  const sending = fired.flatMap(({ actions }) => actions.filter(({ kind }) => kind !== 'popup'));
  if (sending.some(({ outcome }) => outcome === 'done')) return undefined;
  return sending[0]?.problem ?? nobodyTakesIt;
}
