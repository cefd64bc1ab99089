import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { signedRevision } from '../../shared/config/signed-config.ts';

export interface Shared {
  readonly jws: string;
  readonly revision: number;
  readonly etag: string;
}

export type Taken =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: 400 | 409; readonly problem: string };

/** The signed configuration that desks get, on disk. What it says is the desks' business; whose it is and how new, ours. */
export class SharedFile {
  private shared: Shared | undefined;
  /** One after another: of two at once the older could come last. */
  private replacing: Promise<unknown> = Promise.resolve();
  private readonly file: string;

  public constructor(
    private readonly folder: string,
    private readonly publicKeys: readonly string[],
  ) {
    this.file = path.join(folder, 'fleet.jws');
  }

  public async load(): Promise<void> {
    const text = await readFile(this.file, 'utf8').catch(() => undefined);
    this.shared = text === undefined ? undefined : await this.read(text);
  }

  public current(): Shared | undefined {
    return this.shared;
  }

  public replace(text: string): Promise<Taken> {
    const taken = this.replacing.then(() => this.replaceNow(text));
    this.replacing = taken.catch(() => undefined);
    return taken;
  }

  private async replaceNow(text: string): Promise<Taken> {
    const next = await this.read(text);
    if (next === undefined) {
      const problem = 'Not a configuration with a revision, signed with a key of this gateway.';
      return { ok: false, status: 400, problem };
    }
    const { shared } = this;
    if (shared !== undefined && next.revision <= shared.revision) {
      const problem = `Revision ${shared.revision} is here already.`;
      return { ok: false, status: 409, problem };
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const temporary = `${this.file}.${randomUUID().slice(0, 8)}.tmp`;
    await writeFile(temporary, next.jws, { mode: 0o600 });
    await rename(temporary, this.file);
    this.shared = next;
    return { ok: true };
  }

  private async read(text: string): Promise<Shared | undefined> {
    const jws = text.trim();
    const revision = await signedRevision(jws, this.publicKeys);
    if (revision === undefined) return undefined;
    const etag = `"${createHash('sha256').update(jws).digest('base64url')}"`;
    return { jws, revision, etag };
  }
}
