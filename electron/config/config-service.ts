import { randomUUID } from 'node:crypto';
import {
  detachPopup,
  detachSecrets,
  detachSettings,
  detachSource,
  detachWebhook,
} from '../../shared/config/detach-secrets.ts';
import {
  isLocked,
  resolveLayers,
  type ConfigSnapshot,
  type Layer,
} from '../../shared/config/resolve-layers.ts';
import { applyBulkChange, type BulkChange } from '../../shared/config/bulk-change.ts';
import type { AgentIdentity } from '../../shared/model/agent-identity.ts';
import {
  configSchema,
  listParts,
  type ConfigDocument,
  type ConfigInput,
} from '../../shared/model/config-document.ts';
import { firstProblem } from '../../shared/model/schema-problem.ts';
import { problemText } from '../../shared/result.ts';
import { defined } from '../../shared/model/defined.ts';
import type { Flow } from '../../shared/model/flow.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { PopupInput } from '../../shared/model/popup.ts';
import type { SecretInput, SecretRef } from '../../shared/model/secret.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { SourceInput } from '../../shared/model/source.ts';
import type { Template } from '../../shared/model/template.ts';
import type { WebhookInput } from '../../shared/model/webhook.ts';
import type { DocumentFile } from '../ports/document-file.ts';
import { Listeners } from '../ports/listeners.ts';
import { secretNamesIn } from '../../shared/model/secrets-in.ts';
import type { SecretVault } from './secret-vault.ts';

/** Refused because a configuration file decides this part. */
export class LockedError extends Error {
  public constructor() {
    super('This is set by your company’s configuration file and cannot be changed here.');
  }
}

/** Refused because the definition is no longer the one that was opened for editing. */
export class OutdatedError extends Error {
  public constructor() {
    super(
      'This was changed or deleted elsewhere while you were editing it. Save again to keep your version, or close without saving to keep the other.',
    );
  }
}

/** The definition as it was when its editor opened, as JSON (`null`: new), or `any` to save over whatever is there. */
export type Expected = string;

interface Undoable {
  readonly ticket: string;
  readonly before: ConfigDocument;
  readonly after: ConfigDocument;
}

export interface ConfigServiceDeps {
  readonly file: DocumentFile;
  readonly vault: SecretVault;
  readonly userDocument: ConfigDocument;
  /** From `--config`; its secrets stay in memory. */
  readonly fileInput: ConfigInput | undefined;
  /**
   * True where the user's document could not be read and was set aside: its secrets then stay, so that
   * the document can be put back.
   */
  readonly keepUnusedSecrets: boolean;
}

/**
 * Resolves the layers (defaults < user < `--config` file) into an immutable snapshot, and changes the
 * user's layer, the only one that can be.
 */
export class ConfigService {
  public readonly changed = new Listeners<ConfigSnapshot>();
  private user: ConfigDocument;
  private readonly fileLayer: Layer | undefined;
  private demo: ConfigDocument | undefined;
  private current: ConfigSnapshot;
  private undoable: Undoable | undefined;

  public constructor(private readonly deps: ConfigServiceDeps) {
    this.user = deps.userDocument;
    this.fileLayer = deps.fileInput && {
      origin: 'file',
      document: detachSecrets(deps.fileInput, (name, value) =>
        deps.vault.keepInMemory(`file.${name}`, value),
      ),
    };
    this.current = this.resolve(1);
  }

  public snapshot(): ConfigSnapshot {
    return this.current;
  }

  public saveAgent(agent: AgentIdentity): void {
    this.refuseLocked('agent');
    this.save({ ...this.user, agent });
  }

  /** Saves a popup together with the rules that open it. */
  public savePopup(input: PopupInput, rules: readonly Rule[], expected: Expected): void {
    this.refuseLocked('popups');
    this.refuseDemo(input.id);
    this.refuseOutdated(this.current.popups, input.id, expected);
    const popup = detachPopup(input, this.keepFresh);
    const popups = replace(this.user.popups ?? [], popup);
    if (isLocked(this.current.origins, 'rules')) this.save({ ...this.user, popups });
    else this.save({ ...this.user, popups, rules: rules.reduce(replace, this.user.rules ?? []) });
  }

  public saveRule(rule: Rule, expected: Expected): void {
    this.refuseLocked('rules');
    this.refuseOutdated(this.current.rules, rule.id, expected);
    this.save({ ...this.user, rules: replace(this.user.rules ?? [], rule) });
  }

  /** Saves a webhook together with the rules that send it. */
  public saveWebhook(input: WebhookInput, rules: readonly Rule[], expected: Expected): void {
    this.refuseLocked('webhooks');
    this.refuseOutdated(this.current.webhooks, input.id, expected);
    const webhook = detachWebhook(input, this.keepFresh);
    const webhooks = replace(this.user.webhooks ?? [], webhook);
    if (isLocked(this.current.origins, 'rules')) this.save({ ...this.user, webhooks });
    else this.save({ ...this.user, webhooks, rules: rules.reduce(replace, this.user.rules ?? []) });
  }

  public saveTemplate(template: Template, expected: Expected): void {
    this.refuseLocked('templates');
    this.refuseOutdated(this.current.templates, template.id, expected);
    this.save({ ...this.user, templates: replace(this.user.templates ?? [], template) });
  }

  public saveFlow(flow: Flow, expected: Expected): void {
    this.refuseLocked('flows');
    this.refuseOutdated(this.current.flows, flow.id, expected);
    this.save({ ...this.user, flows: replace(this.user.flows ?? [], flow) });
  }

  public saveSource(input: SourceInput, expected: Expected): void {
    this.refuseLocked('sources');
    this.refuseDemo(input.id);
    this.refuseOutdated(this.current.sources, input.id, expected);
    const source = detachSource(input, this.keepFresh);
    this.save({ ...this.user, sources: replace(this.user.sources ?? [], source) });
  }

  /** Changes many definitions at once. @returns a ticket with which it can be undone */
  public change(change: BulkChange): string {
    this.refuseLocked(change.part);
    for (const id of idsOf(change)) this.refuseDemo(id);
    return this.saveUndoable(applyBulkChange(this.user, change));
  }

  /** What is configured on this computer, without what a file decides. */
  public userDocument(): ConfigDocument {
    return this.user;
  }

  /** @returns a ticket with which it can be undone */
  public importDocument(change: (own: ConfigDocument) => ConfigDocument): string {
    const after = change(this.user);
    for (const part of listParts) {
      if (after[part] !== this.user[part] && isLocked(this.current.origins, part)) {
        throw new LockedError();
      }
    }
    return this.saveUndoable(after);
  }

  /** Puts back what was before the change. Only while nothing else was changed since. */
  public undo(ticket: string): void {
    const { undoable } = this;
    if (undoable?.ticket !== ticket || undoable.after !== this.user) {
      throw new Error('This cannot be undone: something else has changed since.');
    }
    this.undoable = undefined;
    this.save(undoable.before);
  }

  public saveSettings(input: NonNullable<ConfigInput['settings']>): void {
    for (const name of Object.keys(input)) this.refuseLocked(`settings.${name}`);
    const patch = detachSettings(input, this.keepFresh);
    this.save({ ...this.user, settings: { ...this.user.settings, ...defined(patch) } });
  }

  /** Undefined: without a PIN again. */
  public setAdminPin(pin: Settings['adminPin']): void {
    this.refuseLocked('settings.adminPin');
    const { adminPin: _before, ...settings } = this.user.settings ?? {};
    this.save({ ...this.user, settings: { ...settings, ...(pin && { adminPin: pin }) } });
  }

  /** The demo's parts go below everything else, and away with it. */
  public setDemo(input: ConfigInput | undefined): void {
    this.demo =
      input &&
      detachSecrets(input, (name, value) => this.deps.vault.keepInMemory(`demo.${name}`, value));
    this.publish();
  }

  /**
   * A new text gets a name of its own: what still refers to the old one (a delivery on its way, a key that
   * is being rotated, an undo) keeps it.
   */
  private readonly keepFresh = (name: string, value: SecretInput): SecretRef =>
    typeof value === 'string'
      ? this.deps.vault.keep(`${name.slice(0, 190)}.${randomUUID().slice(0, 8)}`, value)
      : value;

  private saveUndoable(document: ConfigDocument): string {
    const ticket = randomUUID();
    // Kept before saving, so that the secrets of what was deleted stay while it can come back.
    this.undoable = { ticket, before: this.user, after: document };
    this.save(document);
    return ticket;
  }

  private save(document: ConfigDocument): void {
    const readable = configSchema.safeParse(defined(document));
    // What could not be read at the next start must not be written now.
    if (!readable.success) throw new Error(problemText(firstProblem(readable.error)));
    this.deps.file.write(defined(document));
    this.user = document;
    if (this.undoable?.after !== document) this.undoable = undefined;
    if (!this.deps.keepUnusedSecrets) this.forgetUnused(document);
    this.publish();
  }

  private forgetUnused(document: ConfigDocument): void {
    const managed = this.fileLayer?.document ?? { version: document.version };
    const parts = [document, managed, this.undoable?.before];
    const used = new Set(parts.flatMap((part) => [...secretNamesIn(part)]));
    this.deps.vault.retain((name) => used.has(name) || isOfWebhook(name));
  }

  /** At start: also what deliveries needed that are settled by now. @param alsoUsed by the others */
  public forgetUnusedSecrets(alsoUsed: ReadonlySet<string>): void {
    if (this.deps.keepUnusedSecrets) return;
    const used = secretNamesIn([this.user, this.fileLayer?.document]);
    this.deps.vault.retain((name) => used.has(name) || alsoUsed.has(name));
  }

  private publish(): void {
    this.current = this.resolve(this.current.revision + 1);
    this.changed.emit(this.current);
  }

  private resolve(revision: number): ConfigSnapshot {
    const user: Layer = { origin: 'user', document: this.user };
    const layers = this.fileLayer === undefined ? [user] : [user, this.fileLayer];
    return withDemo(resolveLayers(layers, revision), this.demo);
  }

  /** The demo's addresses end with it: a saved copy would lead nowhere. */
  private refuseDemo(id: string): void {
    const parts = [...(this.demo?.popups ?? []), ...(this.demo?.sources ?? [])];
    if (parts.some((part) => part.id === id)) {
      throw new Error('This is part of the demo. Stop the demo and add your own.');
    }
  }

  /** Somebody (an import, an undo) changed it while it was being edited: neither may be lost. */
  private refuseOutdated(
    list: readonly { readonly id: string }[],
    id: string,
    expected: Expected,
  ): void {
    if (expected === 'any') return;
    const now = list.find((item) => item.id === id);
    if (JSON.stringify(now ?? null) !== expected) throw new OutdatedError();
  }

  private refuseLocked(name: string): void {
    if (isLocked(this.current.origins, name)) throw new LockedError();
  }
}

/** Deliveries on their way may need it, whatever became of their webhook. */
const isOfWebhook = (name: string): boolean => /(^|\.)webhook\./.test(name);

const idsOf = (change: BulkChange): readonly string[] =>
  change.do === 'duplicate' ? [] : change.ids;

/** Puts an item in the place of the one with its id, or at the end. */
function replace<T extends { readonly id: string }>(list: readonly T[], item: T): T[] {
  return list.some(({ id }) => id === item.id)
    ? list.map((old) => (old.id === item.id ? item : old))
    : [...list, item];
}

function withDemo(snapshot: ConfigSnapshot, demo: ConfigDocument | undefined): ConfigSnapshot {
  if (demo === undefined) return snapshot;
  const add = <T extends { readonly id: string }>(own: readonly T[], extra: readonly T[] = []) => [
    ...own,
    ...extra.filter(({ id }) => !own.some((item) => item.id === id)),
  ];
  return {
    ...snapshot,
    agent: snapshot.agent ?? demo.agent,
    sources: add(snapshot.sources, demo.sources),
    popups: add(snapshot.popups, demo.popups),
    rules: add(snapshot.rules, demo.rules),
  };
}
