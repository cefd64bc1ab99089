import { z } from 'zod';
import { bulkChangeSchema } from '../config/bulk-change.ts';
import { agentIdentitySchema } from '../model/agent-identity.ts';
import { feedSchema } from '../model/feed.ts';
import { flowSchema } from '../model/flow.ts';
import { ruleSchema } from '../model/rule.ts';
import { idSchema } from '../model/definition.ts';
import { popupInputSchema } from '../model/popup.ts';
import { settingsInputSchema } from '../model/settings.ts';
import { stageSchema } from '../model/stage.ts';
import { sourceInputSchema } from '../model/source.ts';
import { templateSchema } from '../model/template.ts';
import { webhookInputSchema } from '../model/webhook.ts';
import type { Problem } from '../result.ts';
import type { Channel } from './channels.ts';
import type {
  CallRecordView,
  DeliveriesView,
  DeliveryDetail,
  DeskState,
  RuleTrial,
  ImportView,
  PublishView,
  TestStep,
  LogEntry,
} from './views.ts';
import { callNoteSchema } from '../model/call-note.ts';
import { callSearchSchema } from '../model/call-record.ts';
import { deliveryStateSchema } from '../model/delivery.ts';
import { journalSearchSchema, type EventTrace } from '../model/journal.ts';

/** The answer of every channel: a value, or problems to show at their field. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Given to a channel that needs nothing. */
const nothing = z.undefined().optional();

/** The definition as it was when its editor opened, as JSON; `null` for a new one, `any` to save over it. */
const expectedSchema = z.string().max(10_000_000);

const passphraseSchema = z
  .string()
  .min(12, 'Use at least 12 characters: anyone with the file can try without limit.')
  .max(1000);

const trialCallSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('sample') }),
  z.strictObject({ from: z.literal('popup'), id: z.string().max(100) }),
  z.strictObject({ from: z.literal('typed'), json: z.string().max(100_000) }),
]);

/** Inputs of all channels. What arrives is `unknown` until it passed its schema here. */
export const inputs = {
  'state.get': nothing,
  'popup.preview': z.strictObject({ popup: popupInputSchema, call: trialCallSchema }),
  'agent.save': agentIdentitySchema,
  'popup.save': z.strictObject({
    popup: popupInputSchema,
    rules: z.array(ruleSchema).max(100),
    expected: expectedSchema,
  }),
  'rule.save': z.strictObject({ rule: ruleSchema, expected: expectedSchema }),
  'rules.try': z.strictObject({
    stage: stageSchema,
    call: trialCallSchema,
    draft: ruleSchema.optional(),
  }),
  'webhook.save': z.strictObject({
    webhook: webhookInputSchema,
    rules: z.array(ruleSchema).max(100),
    expected: expectedSchema,
  }),
  'webhook.preview': z.strictObject({ webhook: webhookInputSchema, call: trialCallSchema }),
  'webhook.test': z.strictObject({ webhookId: idSchema, call: trialCallSchema }),
  'template.save': z.strictObject({ template: templateSchema, expected: expectedSchema }),
  'template.preview': z.strictObject({ template: templateSchema, call: trialCallSchema }),
  'flow.save': z.strictObject({ flow: flowSchema, expected: expectedSchema }),
  'deliveries.search': z.strictObject({
    state: deliveryStateSchema.optional(),
    webhook: idSchema.optional(),
    search: z.string().max(500),
    offset: z.int().min(0),
    limit: z.int().min(1).max(500),
  }),
  'deliveries.detail': z.strictObject({ id: z.string().max(100) }),
  'deliveries.retry': z.strictObject({
    id: z.string().max(100),
    url: z.string().max(20_000).optional(),
    body: z
      .string()
      .max(1024 * 1024)
      .optional(),
  }),
  'deliveries.retryDead': z.strictObject({ settledBefore: z.number().min(0) }),
  'deliveries.export': z.strictObject({
    state: deliveryStateSchema.optional(),
    search: z.string().max(500),
  }),
  'journal.search': journalSearchSchema,
  'journal.export': journalSearchSchema,
  'journal.replay': z.strictObject({ id: z.string().max(2_000) }),
  'trace.ofCall': z.strictObject({ callKey: z.string().max(2_000) }),
  'calls.search': callSearchSchema,
  /** Opens one of the popups for a call, also for one that is over. */
  'call.popup': z.strictObject({ callKey: z.string().max(2_000), popupId: idSchema }),
  'call.note': callNoteSchema.extend({ callKey: z.string().max(2_000) }),
  /** What is being written, so that it is not lost. */
  'call.keepNote': callNoteSchema.extend({ callKey: z.string().max(2_000) }),
  'definitions.change': bulkChangeSchema,
  'definitions.undo': z.strictObject({ ticket: z.string().max(100) }),
  'popup.test': z.strictObject({ popupId: idSchema }),
  'popup.reopen': z.strictObject({ id: z.string().max(100) }),
  'popup.signIn': z.strictObject({ popupId: idSchema }),
  'popup.closeAll': nothing,
  'popups.pause': z.strictObject({ minutes: z.int().min(1).max(10_000).optional() }),
  'popups.resume': nothing,
  'diagnostics.copy': nothing,
  'source.save': z.strictObject({ source: sourceInputSchema, expected: expectedSchema }),
  'source.lastMessage': z.strictObject({ id: idSchema }),
  'mapping.try': z.strictObject({ feed: feedSchema, payload: z.string().max(1024 * 1024) }),
  'settings.save': settingsInputSchema,
  'admin.unlock': z.strictObject({ pin: z.string().max(100) }),
  'admin.lock': nothing,
  /** An empty one takes the lock away. */
  'admin.setPin': z.strictObject({
    pin: z
      .string()
      .max(100)
      .refine((pin) => pin === '' || pin.length >= 4, 'Use at least 4 characters.'),
  }),
  'publish.choose': nothing,
  'publish.view': nothing,
  'publish.write': z.strictObject({ token: z.string().max(100), note: z.string().max(2000) }),
  'publish.rollBack': z.strictObject({ revision: z.int().min(1) }),
  'config.export': z.strictObject({ passphrase: passphraseSchema.optional() }),
  'config.openImport': nothing,
  'config.applyImport': z.strictObject({
    token: z.string().max(100),
    mode: z.enum(['merge', 'replace']),
    passphrase: z.string().max(1000).optional(),
  }),
  'source.test': sourceInputSchema,
  'demo.start': nothing,
  'demo.stop': nothing,
  'demo.ring': nothing,
  'notice.dismiss': z.strictObject({ id: z.string().max(100) }),
  'find.search': z.strictObject({
    text: z.string().max(1000),
    forward: z.boolean(),
    next: z.boolean(),
  }),
  'find.close': nothing,
} as const satisfies Record<Channel, z.ZodType>;

export interface PreviewView {
  /** What the window would load. */
  readonly url: string;
  /** With readable parameters. */
  readonly plainUrl: string;
}

/** Results of the channels that give more than "done". */
interface Results {
  'state.get': { revision: number; state: DeskState };
  'popup.preview': PreviewView;
  'rules.try': RuleTrial;
  'webhook.preview': { readonly curl: string; readonly body: string | undefined };
  /** Id of the delivery. */
  'webhook.test': { readonly id: string };
  'template.preview': { readonly body: string };
  'journal.search': { readonly entries: readonly LogEntry[] };
  'journal.export': { readonly file: string | undefined };
  'journal.replay': { readonly trace: EventTrace };
  'calls.search': { readonly calls: readonly CallRecordView[] };
  'trace.ofCall': { readonly entries: readonly LogEntry[] };
  'deliveries.search': DeliveriesView;
  'deliveries.detail': DeliveryDetail;
  'deliveries.retry': { readonly count: number };
  /** How many were tried again in this step; 0: none is left. */
  'deliveries.retryDead': { readonly count: number };
  'deliveries.export': { readonly file: string | undefined };
  /** With the ticket it can be undone. */
  'definitions.change': { readonly ticket: string };
  /** Where it was saved; undefined where saving was cancelled. */
  /** Undefined where no file was chosen. */
  'publish.choose': PublishView | undefined;
  'publish.view': PublishView | undefined;
  'publish.write': PublishView;
  'publish.rollBack': PublishView;
  'config.export': { readonly file: string | undefined };
  /** Undefined where no file was chosen. */
  'config.openImport': ImportView | undefined;
  'config.applyImport': { readonly ticket: string };
  'source.test': { readonly steps: readonly TestStep[] };
  'source.lastMessage': { readonly text: string | undefined };
  /** The events as indented JSON. */
  'mapping.try': { readonly events: string };
}

export type Input<C extends Channel> = z.infer<(typeof inputs)[C]>;
export type Output<C extends Channel> = C extends keyof Results ? Results[C] : null;

/** One function for each channel: implemented in electron, called in the renderer. */
export type Handlers = {
  readonly [C in Channel]: (input: Input<C>) => Promise<Reply<Output<C>>> | Reply<Output<C>>;
};

/** Path of the problem that a definition was changed elsewhere while it was edited. */
export const outdatedPath = 'outdated';

export const done: Reply<null> = { ok: true, value: null };
export const refused = (message: string, path = ''): Reply<never> => ({
  ok: false,
  problems: [{ path, message }],
});
