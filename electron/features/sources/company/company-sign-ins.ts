import type { SignInView } from '../../../../shared/contract/source-views.ts';
import { message } from '../../../../shared/text/message.ts';
import { CompanySession, type CompanySessionDeps } from './company-session.ts';
import type { SessionOwner } from './kept-session.ts';

interface Deps extends Omit<CompanySessionDeps, 'onSignedIn'> {
  readonly onSignedIn: (sourceId: string) => void;
}

interface Begun {
  readonly owner: SessionOwner;
  readonly session: CompanySession;
}

/** The sign-ins of all sources that have one. */
export class CompanySignIns {
  private readonly begun = new Map<string, Begun>();

  public constructor(private readonly deps: Deps) {}

  /** One for an agent at a gateway, also when the source starts again. */
  public of(owner: SessionOwner): CompanySession {
    const { source } = owner;
    const known = this.known(owner);
    if (known !== undefined) return known;
    this.begun.get(source)?.session.stop();
    const onSignedIn = (): void => this.deps.onSignedIn(source);
    const session = new CompanySession(owner, { ...this.deps, onSignedIn });
    this.begun.set(source, { owner, session });
    return session;
  }

  /** One that is there. Trying another address must not end it. */
  public known(owner: SessionOwner): CompanySession | undefined {
    const known = this.begun.get(owner.source);
    return known !== undefined && isSame(known.owner, owner) ? known.session : undefined;
  }

  public view(sourceId: string): SignInView | undefined {
    return this.begun.get(sourceId)?.session.view();
  }

  public signIn(sourceId: string): void {
    this.begun.get(sourceId)?.session.signIn();
  }

  /** Ends what belongs to no source any more. */
  public retain(sourceIds: ReadonlySet<string>): void {
    for (const [id, { session }] of this.begun) {
      if (sourceIds.has(id)) continue;
      session.stop();
      this.begun.delete(id);
    }
  }

  public stop(): void {
    this.retain(new Set());
  }
}

const isSame = (one: SessionOwner, other: SessionOwner): boolean =>
  one.url === other.url && one.agent === other.agent;

/** Where no agent is asked to sign in. */
export const noSignIns = {
  known: () => undefined,
  of: () => ({
    token: () => {
      const problem = message('problem.source.signInNeeded');
      return Promise.resolve({ ok: false as const, problem, refused: true });
    },
    refused: () => undefined,
  }),
};
