import { randomUUID } from 'node:crypto';
import { applyBulkChange, type BulkChange } from '../../../shared/config/bulk-change.ts';
import {
  detachPopup,
  detachSettings,
  detachSource,
  detachWebhook,
} from '../../../shared/config/detach-secrets.ts';
import { lockedBy, type ManagedOrigin } from '../../../shared/config/resolve-layers.ts';
import type { Expected } from '../../../shared/contract/inputs.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import type { ConfigDocument, ConfigInput } from '../../../shared/model/config-document.ts';
import { listParts, type ListPart } from '../../../shared/model/list-parts.ts';
import { defined } from '../../../shared/model/defined.ts';
import type { Flow } from '../../../shared/model/flow.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { SourceInput } from '../../../shared/model/source.ts';
import type { Template } from '../../../shared/model/template.ts';
import type { WebhookInput } from '../../../shared/model/webhook.ts';
import { Refusal, refusable, type Result } from '../../../shared/result.ts';
import type { ConfigService } from './config-service.ts';
import { keepForDefinition, keepForSettings, type SecretPart } from './keep-secrets.ts';
import type { SecretVault } from './secret-vault.ts';
import { message } from '../../../shared/text/message.ts';

const locked = (origin: ManagedOrigin): Refusal =>
  new Refusal(message('problem.config.locked', { origin }), 'locked');

interface Undoable {
  readonly ticket: string;
  readonly before: ConfigDocument;
  readonly after: ConfigDocument;
}

/** Changes the user's layer, the only one that can be: what a file decides, and the demo's parts, are refused. */
export class ConfigEdits {
  private undoable: Undoable | undefined;

  public constructor(
    private readonly config: ConfigService,
    private readonly vault: SecretVault,
  ) {}

  public saveAgent(agent: AgentIdentity): Result<null> {
    return this.edit((user) => {
      this.refuseLocked('agent');
      return { ...user, agent };
    });
  }

  /** Saves a popup together with the rules that open it. */
  public savePopup(input: PopupInput, rules: readonly Rule[], expected: Expected): Result<null> {
    return this.edit((user) => {
      this.refuse('popups', input.id, expected);
      const popup = detachPopup(input, this.keepOwn('popups', input));
      return this.withRules({ ...user, popups: replace(user.popups, popup) }, rules);
    });
  }

  public saveRule(rule: Rule, expected: Expected): Result<null> {
    return this.edit((user) => {
      this.refuse('rules', rule.id, expected);
      return { ...user, rules: replace(user.rules, rule) };
    });
  }

  /** Saves a webhook together with the rules that send it. */
  public saveWebhook(
    input: WebhookInput,
    rules: readonly Rule[],
    expected: Expected,
  ): Result<null> {
    return this.edit((user) => {
      this.refuse('webhooks', input.id, expected);
      const webhook = detachWebhook(input, this.keepOwn('webhooks', input));
      return this.withRules({ ...user, webhooks: replace(user.webhooks, webhook) }, rules);
    });
  }

  public saveTemplate(template: Template, expected: Expected): Result<null> {
    return this.edit((user) => {
      this.refuse('templates', template.id, expected);
      return { ...user, templates: replace(user.templates, template) };
    });
  }

  public saveFlow(flow: Flow, expected: Expected): Result<null> {
    return this.edit((user) => {
      this.refuse('flows', flow.id, expected);
      return { ...user, flows: replace(user.flows, flow) };
    });
  }

  public saveSource(input: SourceInput, expected: Expected): Result<null> {
    return this.edit((user) => {
      this.refuse('sources', input.id, expected);
      const source = detachSource(input, this.keepOwn('sources', input));
      return { ...user, sources: replace(user.sources, source) };
    });
  }

  public saveSettings(input: NonNullable<ConfigInput['settings']>): Result<null> {
    return this.edit((user) => {
      for (const name of Object.keys(input)) this.refuseLocked(`settings.${name}`);
      const { settings } = this.config.snapshot();
      const patch = detachSettings(input, keepForSettings(this.vault, settings, input));
      return { ...user, settings: { ...user.settings, ...defined(patch) } };
    });
  }

  /** Undefined: without a PIN again. */
  public setAdminPin(pin: Settings['adminPin']): Result<null> {
    return this.edit((user) => {
      this.refuseLocked('settings.adminPin');
      const { adminPin: _before, ...settings } = user.settings ?? {};
      return { ...user, settings: { ...settings, ...(pin && { adminPin: pin }) } };
    });
  }

  /** Changes many definitions at once. @returns a ticket with which it can be undone */
  public change(change: BulkChange): Result<{ readonly ticket: string }> {
    return this.editUndoably((user) => {
      this.refuseLocked(change.part);
      for (const id of idsOf(change)) this.refuseDemo(id);
      return applyBulkChange(user, change);
    });
  }

  /** @returns a ticket with which it can be undone */
  public importDocument(
    change: (own: ConfigDocument) => ConfigDocument,
  ): Result<{ readonly ticket: string }> {
    return this.editUndoably((user) => {
      const after = change(user);
      for (const part of listParts) if (after[part] !== user[part]) this.refuseLocked(part);
      return after;
    });
  }

  /** Restores the state before the change. Only while nothing else has changed since. */
  public undo(ticket: string): Result<null> {
    return this.edit((user) => {
      const { undoable } = this;
      if (undoable?.ticket !== ticket || undoable.after !== user) {
        throw new Refusal(message('problem.config.undoOutdated'), 'outdated');
      }
      return undoable.before;
    });
  }

  private edit(change: (user: ConfigDocument) => ConfigDocument): Result<null> {
    return refusable(() => {
      const after = change(this.config.userDocument());
      this.config.replaceUser(after);
      this.undoable = undefined;
      return null;
    });
  }

  private editUndoably(
    change: (user: ConfigDocument) => ConfigDocument,
  ): Result<{ readonly ticket: string }> {
    return refusable(() => {
      const before = this.config.userDocument();
      const after = change(before);
      // With the previous state, so that secrets of a deleted definition stay while it can be restored.
      this.config.replaceUser(after, before);
      const ticket = randomUUID();
      this.undoable = { ticket, before, after };
      return { ticket };
    });
  }

  private keepOwn(
    part: SecretPart,
    input: Parameters<typeof keepForDefinition>[3],
  ): ReturnType<typeof keepForDefinition> {
    return keepForDefinition(this.vault, this.config.snapshot(), part, input);
  }

  private withRules(document: ConfigDocument, rules: readonly Rule[]): ConfigDocument {
    if (lockedBy(this.config.snapshot().origins, 'rules') !== undefined) return document;
    return { ...document, rules: rules.reduce<Rule[]>(replace, [...(document.rules ?? [])]) };
  }

  private refuse(part: ListPart, id: string, expected: Expected): void {
    this.refuseLocked(part);
    this.refuseDemo(id);
    this.refuseOutdated(part, id, expected);
  }

  private refuseLocked(name: string): void {
    const origin = lockedBy(this.config.snapshot().origins, name);
    if (origin !== undefined) throw locked(origin);
  }

  /** The demo's addresses end with it: a saved copy would lead nowhere. */
  private refuseDemo(id: string): void {
    if (!this.config.isOfDemo(id)) return;
    throw new Refusal(message('problem.config.demoPart'), 'demo');
  }

  /** An import, an undo or a second editor changed it meanwhile: neither version may be lost. */
  private refuseOutdated(part: ListPart, id: string, expected: Expected): void {
    const now = this.config.snapshot().revisions[`${part}/${id}`];
    if (expected === 'any' || expected === (now ?? 'new')) return;
    throw new Refusal(message('problem.config.outdated'), 'outdated');
  }
}

const idsOf = (change: BulkChange): readonly string[] =>
  change.do === 'duplicate' ? [] : change.ids;

/** Puts an item in the place of the one with its id, or at the end. */
function replace<T extends { readonly id: string }>(list: readonly T[] = [], item: T): T[] {
  return list.some(({ id }) => id === item.id)
    ? list.map((old) => (old.id === item.id ? item : old))
    : [...list, item];
}
