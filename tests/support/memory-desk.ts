import { vi } from 'vitest';
import { ConfigEdits } from '../../electron/features/config/config-edits.ts';
import { configView } from '../../electron/features/config/config-view.ts';
import { ConfigService } from '../../electron/features/config/config-service.ts';
import { SecretVault } from '../../electron/features/config/secret-vault.ts';
import { emptyDocument } from '../../electron/features/config/user-document.ts';
import { dispatch } from '../../electron/platform/ipc/dispatch.ts';
import type { DocumentFile } from '../../electron/platform/ports/document-file.ts';
import {
  deskContract,
  type Channel,
  type Client,
  type Handlers,
} from '../../shared/contract/contract.ts';
import { rights as allRights } from '../../shared/contract/procedure.ts';
import { refused, type Reply } from '../../shared/contract/reply.ts';
import type { DeskState, RightsView } from '../../shared/contract/views.ts';
import type { ConfigDocument } from '../../shared/model/config-document.ts';
import type { Result } from '../../shared/result.ts';
import { message } from '../../shared/text/message.ts';

const file = (): DocumentFile => ({
  path: 'memory',
  read: () => undefined,
  write: () => undefined,
  backUp: () => 'memory',
});
const administrator = { view: true, create: true, edit: true, administer: true, hasPin: false };
/** Of an agent where a PIN is set. */
export const noRights = {
  view: false,
  create: false,
  edit: false,
  administer: false,
  hasPin: true,
};
const toReply = <T>(result: Result<T>): Reply<T> =>
  result.ok ? result : { ok: false, problems: [result.problem] };

const emptyState = {
  app: { version: '0', electron: '0' },
  demo: { running: false },
  notices: [],
  sources: [],
  calls: [],
  choices: [],
  recent: [],
  lastUsed: {},
  outbox: { waiting: 0, dead: 0, version: 0 },
  paused: { pause: undefined },
  entryLog: { version: 0 },
  notes: { canSend: false, drafts: {}, sent: {} },
  history: { version: 0, missed: 0 },
  card: { shown: false },
  managed: { isWaiting: false },
  update: { state: 'off', why: 'notPackaged' },
  signIns: [],
} satisfies Omit<DeskState, 'config'>;

/**
 * The main process of a test, in memory: the real configuration with its edits and its vault, behind the real check of
 * rights and inputs. `answers` are the channels that a test needs beside these.
 */
export class MemoryDesk {
  public readonly vault = new SecretVault(
    file(),
    { isReal: () => true, encrypt: (text) => Buffer.from(text), decrypt: String },
    () => false,
  );
  public readonly config: ConfigService;
  public readonly edits: ConfigEdits;
  /** Every call that pages made: the channel and what it was given. */
  public readonly called = vi.fn<(channel: string, input: unknown) => void>();
  private readonly handlers: Partial<Handlers>;
  private revision = 0;
  private readonly listeners = new Set<(message: unknown) => void>();

  public constructor(
    document: Partial<ConfigDocument> = {},
    answers: Partial<Handlers> = {},
    private readonly rights: RightsView = administrator,
  ) {
    this.config = new ConfigService({
      file: file(),
      vault: this.vault,
      userDocument: { ...emptyDocument, agent: { id: '7' }, ...document },
      managed: {},
      keepUnusedSecrets: false,
    });
    this.edits = new ConfigEdits(this.config, this.vault);
    this.handlers = { ...this.saving(), ...answers };
  }

  public state(): DeskState {
    return { ...emptyState, config: configView(this.config.snapshot(), this.vault, this.rights) };
  }

  /** What the preload would expose. Everything crosses as a copy, as between processes. */
  public bridge(): Window['ringcue'] {
    const calls = Object.fromEntries(
      (Object.keys(deskContract) as Channel[]).map((channel) => [
        channel,
        (input: unknown) => this.call(channel, structuredClone(input)),
      ]),
    ) as unknown as Client<Channel>;
    return { calls, listen: (callback) => this.listen(callback) };
  }

  private async call(channel: Channel, input: unknown): Promise<Reply<unknown>> {
    this.called(channel, input);
    const unanswered = () => refused(message('problem.schema.invalid'));
    return structuredClone(
      await dispatch(channel, input, {
        handlers: { [channel]: unanswered, ...this.handlers } as Handlers,
        gate: {
          allows: (right) => allRights.includes(right),
          facts: () => ({
            hasAgent: true,
            exists: (part, id) => this.config.snapshot()[part].some((item) => item.id === id),
            mayChange: (choice) => this.config.snapshot().settings.agentMayChange.includes(choice),
          }),
        },
        fault: (_channel, error) => {
          throw error;
        },
      }),
    );
  }

  /** Something of the state is another one now, as the stream would say. */
  public patch(patch: Partial<DeskState>): void {
    this.revision += 1;
    const said = { revision: this.revision, patch: structuredClone(patch) };
    for (const listener of this.listeners) listener(said);
  }

  private listen(callback: (message: unknown) => void): () => void {
    this.listeners.add(callback);
    const off = this.config.changed.add(() => this.patch(this.state()));
    return () => {
      off();
      this.listeners.delete(callback);
    };
  }

  private saving(): Partial<Handlers> {
    const { edits } = this;
    return {
      'state.get': () => ({ ok: true, value: { revision: this.revision, state: this.state() } }),
      'popup.save': ({ popup, rules, expected }) =>
        toReply(edits.savePopup(popup, rules, expected)),
      'rule.save': ({ rule, expected }) => toReply(edits.saveRule(rule, expected)),
      'webhook.save': ({ webhook, rules, expected }) =>
        toReply(edits.saveWebhook(webhook, rules, expected)),
      'source.save': ({ source, expected }) => toReply(edits.saveSource(source, expected)),
      'template.save': ({ template, expected }) => toReply(edits.saveTemplate(template, expected)),
      'flow.save': ({ flow, expected }) => toReply(edits.saveFlow(flow, expected)),
      'agent.save': (agent) => toReply(edits.saveAgent(agent)),
      'settings.save': ({ adminPin: _pin, ...settings }) => toReply(edits.saveSettings(settings)),
      'settings.saveOwn': (settings) => toReply(edits.saveSettings(settings)),
      'definitions.change': (change) => toReply(edits.change(change)),
      'definitions.undo': ({ ticket }) => toReply(edits.undo(ticket)),
    };
  }
}
