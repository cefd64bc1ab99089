import { detachSecrets } from '../../../shared/config/detach-secrets.ts';
import {
  resolveLayers,
  type ConfigSnapshot,
  type Layer,
} from '../../../shared/config/resolve-layers.ts';
import {
  configSchema,
  type ConfigDocument,
  type ConfigInput,
} from '../../../shared/model/config-document.ts';
import { defined } from '../../../shared/model/defined.ts';
import { firstProblem } from '../../../shared/model/schema-problem.ts';
import { ownerOfSecret, secretNamesIn } from '../../../shared/model/secrets-in.ts';
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
  /** From `--config`; its secrets stay in memory. */
  readonly fileInput: ConfigInput | undefined;
  /**
   * True where the user's document could not be read and was set aside: its secrets then stay, so that
   * the document can be put back.
   */
  readonly keepUnusedSecrets: boolean;
}

/** Resolves the layers (defaults < user < `--config` file < demo) into an immutable snapshot, and keeps the user's. */
export class ConfigService {
  public readonly changed = new Listeners<ConfigSnapshot>();
  private user: ConfigDocument;
  private readonly fileLayer: Layer | undefined;
  private demo: ConfigDocument | undefined;
  private current: ConfigSnapshot;

  public constructor(private readonly deps: ConfigServiceDeps) {
    this.user = deps.userDocument;
    this.fileLayer = deps.fileInput && {
      origin: 'file',
      document: detachSecrets(deps.fileInput, (name, value) =>
        deps.vault.keepInMemory(`file.${name}`, value),
      ),
    };
    this.current = this.resolve(undefined);
  }

  public snapshot(): ConfigSnapshot {
    return this.current;
  }

  /** This computer's configuration, without the configuration file. */
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
    const used = secretNamesIn([this.user, this.fileLayer?.document]);
    this.deps.vault.retain((name) => used.has(ownerOfSecret(name)) || alsoUsed.has(name));
  }

  private forgetUnused(documents: readonly ConfigDocument[]): void {
    if (this.deps.keepUnusedSecrets) return;
    const used = secretNamesIn([...documents, this.fileLayer?.document]);
    this.deps.vault.retain((name) => used.has(ownerOfSecret(name)) || isOfWebhook(name));
  }

  private publish(): void {
    this.current = this.resolve(this.current);
    this.changed.emit(this.current);
  }

  private resolve(before: ConfigSnapshot | undefined): ConfigSnapshot {
    const user: Layer = { origin: 'user', document: this.user };
    const layers = this.fileLayer === undefined ? [user] : [user, this.fileLayer];
    const revision = (before?.revision ?? 0) + 1;
    const now = withDemo(resolveLayers(layers, revision), this.demo);
    return { ...now, revisions: definitionRevisions(now, before) };
  }
}

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
