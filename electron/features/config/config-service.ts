import { detachSecrets } from '../../../shared/config/detach-secrets.ts';
import {
  managedOrigins,
  resolveLayers,
  type ConfigSnapshot,
  type Layer,
  type ManagedOrigin,
} from '../../../shared/config/resolve-layers.ts';
import {
  configSchema,
  type ConfigDocument,
  type ConfigInput,
} from '../../../shared/model/config-document.ts';
import { defined } from '../../../shared/model/defined.ts';
import { firstProblem } from '../../../shared/model/schema-problem.ts';
import { ownerOfSecret, secretOwnersIn } from '../../../shared/model/secrets-in.ts';
import { located, Refusal } from '../../../shared/result.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
import { Listeners } from '../../platform/listeners.ts';
import { errorText } from '../../platform/logging/log.ts';
import { definitionRevisions } from './definition-revisions.ts';
import type { SecretVault } from './secret-vault.ts';
import { message } from '../../../shared/text/message.ts';

export interface ConfigServiceDeps {
  readonly file: DocumentFile;
  readonly vault: SecretVault;
  readonly userDocument: ConfigDocument;
  /** What the company decides; its secrets stay in memory. */
  readonly managed: ManagedInputs;
  /**
   * True where the user's document could not be read and was set aside: its secrets then stay, so that
   * the document can be put back.
   */
  readonly keepUnusedSecrets: boolean;
}

/** What each layer above the user's decides. */
export type ManagedInputs = Readonly<Partial<Record<ManagedOrigin, ConfigInput | undefined>>>;

/**
 * Resolves the layers (demo < defaults < user < `--config` file < URL < policy) into an immutable snapshot, and keeps the
 * user's.
 */
export class ConfigService {
  public readonly changed = new Listeners<ConfigSnapshot>();
  private user: ConfigDocument;
  private managed: readonly Layer[];
  private demo: ConfigDocument | undefined;
  private current: ConfigSnapshot;

  public constructor(private readonly deps: ConfigServiceDeps) {
    this.user = deps.userDocument;
    this.managed = this.layersOf(deps.managed);
    this.current = this.resolve(undefined);
  }

  public snapshot(): ConfigSnapshot {
    return this.current;
  }

  /** This computer's configuration, without what the company decides. */
  public userDocument(): ConfigDocument {
    return this.user;
  }

  /**
   * Writes the user's layer and puts it in force.
   *
   * @param alsoUsed documents that may come back (an undo): their secrets stay
   * @throws Refusal where it could not be read at the next start, or the disk refuses it
   */
  public replaceUser(document: ConfigDocument, ...alsoUsed: readonly ConfigDocument[]): void {
    const readable = configSchema.safeParse(defined(document));
    if (!readable.success) throw new Refusal(located(firstProblem(readable.error)), 'storage');
    try {
      this.deps.file.write(defined(document));
    } catch (error) {
      throw new Refusal(
        message('problem.config.notSaved', { reason: errorText(error) }),
        'storage',
      );
    }
    this.user = document;
    this.forgetUnused([document, ...alsoUsed]);
    this.publish();
  }

  /** Another revision of what the company decides. */
  public setManaged(managed: ManagedInputs): void {
    this.managed = this.layersOf(managed);
    this.publish();
  }

  /** The demo's parts go below everything else, and away with it. */
  public setDemo(input: ConfigInput | undefined): void {
    this.demo =
      input &&
      detachSecrets(input, (name, value) => this.deps.vault.keepInMemory(`demo.${name}`, value));
    this.publish();
  }

  /** Whether a popup or a source is the demo's. */
  public isOfDemo(id: string): boolean {
    const parts = [...(this.demo?.popups ?? []), ...(this.demo?.sources ?? [])];
    return parts.some((part) => part.id === id);
  }

  /** At start: also what deliveries needed that are settled by now. @param alsoUsed by the others */
  public forgetUnusedSecrets(alsoUsed: ReadonlySet<string>): void {
    if (this.deps.keepUnusedSecrets) return;
    const used = secretOwnersIn([this.user, ...this.managedDocuments()]);
    this.deps.vault.retain(
      (name) => used.has(ownerOfSecret(name)) || alsoUsed.has(name) || isOfPublishing(name),
    );
  }

  private forgetUnused(documents: readonly ConfigDocument[]): void {
    if (this.deps.keepUnusedSecrets) return;
    const used = secretOwnersIn([...documents, ...this.managedDocuments()]);
    this.deps.vault.retain(
      (name) => used.has(ownerOfSecret(name)) || isOfWebhook(name) || isOfPublishing(name),
    );
  }

  private layersOf(managed: ManagedInputs): Layer[] {
    return managedOrigins.flatMap((origin) => {
      const input = managed[origin];
      if (input === undefined) return [];
      const document = detachSecrets(input, (name, value) =>
        this.deps.vault.keepInMemory(`${origin}.${name}`, value),
      );
      return [{ origin, document }];
    });
  }

  private managedDocuments(): ConfigDocument[] {
    return this.managed.map(({ document }) => document);
  }

  private publish(): void {
    this.current = this.resolve(this.current);
    this.changed.emit(this.current);
  }

  private resolve(before: ConfigSnapshot | undefined): ConfigSnapshot {
    const layers: Layer[] = [{ origin: 'user', document: this.user }, ...this.managed];
    const revision = (before?.revision ?? 0) + 1;
    const now = withDemo(resolveLayers(layers, revision), this.demo);
    return { ...now, revisions: definitionRevisions(now, before) };
  }
}

/** No definition names the key that signs, nor the token of its URL. */
const isOfPublishing = (name: string): boolean => name.startsWith('publish.');

/** Deliveries on their way may need it, whatever became of their webhook. */
const isOfWebhook = (name: string): boolean => /(^|\.)webhook\./.test(name);

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
