import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffConfig } from '../../../shared/config/config-diff.ts';
import { detachSecrets } from '../../../shared/config/detach-secrets.ts';
import { fleetDocument } from '../../../shared/config/fleet-document.ts';
import { documentWarnings } from '../../../shared/config/secret-warnings.ts';
import type { PublishView, RevisionView } from '../../../shared/contract/views.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import {
  configInputSchema,
  configVersion,
  type ConfigDocument,
  type ConfigInput,
} from '../../../shared/model/config-document.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { errorText } from '../../platform/logging/log.ts';
import type { SharedDelivery } from './shared-delivery.ts';
import type { KeptValues } from '../../platform/storage/kept-values.ts';
import { message, verbatim } from '../../../shared/text/message.ts';

/** Under this the place of the published file is noted. */
const fileName = 'published-file';
/** Revisions to which one can go back. */
const kept = 10;

export interface PublisherDeps {
  readonly document: () => ConfigDocument;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly now: () => number;
  /** Signs, and puts it at a URL. */
  readonly shared: SharedDelivery;
  /** Keeps where the file is. */
  readonly kept: Pick<KeptValues, 'of' | 'remember'>;
}

/**
 * Writes what is configured here as one file for all desks (`--config`). Each publication is a revision;
 * the last ten are kept beside the file, so that an old one can be put back. Signed, it can lie at a URL.
 */
export class Publisher {
  private token = '';

  public constructor(private readonly deps: PublisherDeps) {}

  public choose(file: string): Promise<Result<PublishView>> {
    this.deps.kept.remember(fileName, file);
    return this.view(file);
  }

  /** The changes to publish, and earlier revisions. */
  public async current(): Promise<Result<PublishView | undefined>> {
    const file = this.deps.kept.of(fileName);
    return file === undefined ? ok(undefined) : this.view(file);
  }

  /** From now on what is published is signed, and put at a URL where one is given. */
  public async share(url: string, token: string): Promise<Result<PublishView>> {
    const file = this.deps.kept.of(fileName);
    if (file === undefined) return fail(message('problem.publish.noFile'));
    const done = this.deps.shared.setUp(url, token);
    return done.ok ? this.view(file) : done;
  }

  /** @param token of the displayed view: exactly the displayed changes are written */
  public async publish(token: string, note: string): Promise<Result<PublishView>> {
    const file = this.deps.kept.of(fileName);
    if (file === undefined || token === '' || token !== this.token) {
      return fail(message('problem.publish.outdated'));
    }
    return this.write(file, this.ours().document, note);
  }

  /** An old revision becomes the newest. */
  public async rollBack(revision: number): Promise<Result<PublishView>> {
    const file = this.deps.kept.of(fileName);
    if (file === undefined) return fail(message('problem.publish.noFile'));
    const old = readDocument(revisionFile(file, revision));
    return old.ok
      ? this.write(file, old.value, `As revision ${revision}`)
      : fail(
          message('problem.publish.revisionUnreadable', { revision, problem: old.problem.message }),
        );
  }

  private async write(
    file: string,
    document: ConfigInput,
    note: string,
  ): Promise<Result<PublishView>> {
    const there = await this.deps.shared.newest();
    if (!there.ok) return there;
    try {
      const { revision: _before, published: _then, ...content } = document;
      const revision = Math.max(latest(file), there.value) + 1;
      const at = new Date(this.deps.now()).toISOString();
      const text = `${JSON.stringify({ revision, published: { at, note }, ...content }, null, 2)}\n`;
      mkdirSync(historyFolder(file), { recursive: true });
      writeWhole(revisionFile(file, revision), text);
      // Last, so that a desk never reads a revision that cannot be gone back to.
      writeWhole(file, text);
      const jws = await this.deps.shared.sign(text);
      if (jws !== undefined) writeWhole(signedFile(file), jws);
      for (const old of revisions(file).slice(kept)) {
        rmSync(revisionFile(file, old), { force: true });
      }
      const delivered = jws === undefined ? ok(null) : await this.deps.shared.deliver(jws);
      return delivered.ok ? await this.view(file) : delivered;
    } catch (error) {
      return fail(message('problem.transfer.notWritten', { reason: errorText(error) }));
    }
  }

  private async view(file: string): Promise<Result<PublishView>> {
    const { document, variables } = this.ours();
    const there = readDocument(file);
    this.token = randomUUID();
    return ok({
      file,
      token: this.token,
      current: there.ok ? there.value.revision : undefined,
      diff: diffConfig(
        asStored(there.ok ? there.value : { version: configVersion }),
        asStored(document),
      ),
      warnings: documentWarnings(this.deps.document(), this.deps.revealSecret),
      variables,
      shared: await this.deps.shared.view(),
      history: revisions(file).flatMap((revision): RevisionView[] => {
        const old = readDocument(revisionFile(file, revision));
        return old.ok
          ? [{ revision, at: old.value.published?.at ?? '', note: old.value.published?.note ?? '' }]
          : [];
      }),
    });
  }

  private ours() {
    return fleetDocument(this.deps.document(), (value) => configInputSchema.parse(value));
  }
}

/** For a web server, or whatever else serves a file at a URL. */
const signedFile = (file: string): string => `${file}.jws`;
const historyFolder = (file: string): string => `${file}.revisions`;
const revisionFile = (file: string, revision: number): string =>
  path.join(historyFolder(file), `${String(revision).padStart(6, '0')}.json`);

/** Numbers of the kept revisions, newest first. */
function revisions(file: string): number[] {
  try {
    return readdirSync(historyFolder(file))
      .flatMap((name) => /^(\d{6})\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => b - a);
  } catch {
    return [];
  }
}

/** Of the file or its history, whichever is newer: somebody may have copied one of them back. */
function latest(file: string): number {
  const there = readDocument(file);
  return Math.max(0, there.ok ? (there.value.revision ?? 0) : 0, ...revisions(file));
}

/** A desk that starts meanwhile reads the old file or the new one. */
function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

/** Unchanged, with its references to the environment: they are not resolved here. */
function readDocument(file: string): Result<ConfigInput> {
  try {
    const json = parseJson(readFileSync(file, 'utf8'));
    if (!json.ok) return json;
    const read = configInputSchema.safeParse(json.value);
    return read.success ? ok(read.data) : fail(message('problem.transfer.notOurs'));
  } catch (error) {
    return fail(verbatim(errorText(error)));
  }
}

/** For the comparison: a secret is identified by its place, not its value. */
const asStored = (document: ConfigInput): ConfigDocument =>
  detachSecrets(document, (name, value) => (typeof value === 'string' ? { secret: name } : value));
