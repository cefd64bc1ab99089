import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { Right } from '../../../shared/contract/procedure.ts';
import type { RightsView } from '../../../shared/contract/views.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Gate } from '../../platform/ipc/dispatch.ts';
import type { Clock } from '../../platform/clock.ts';
import { message } from '../../../shared/text/message.ts';
import { Listeners } from '../../platform/listeners.ts';

/** After this without a step in the administration the desk is the agent's again (milliseconds). */
const openFor = 10 * 60_000;
/** So many wrong PINs in a row, and the next one has to wait (milliseconds). */
const tolerated = 5;
const penalty = 30_000;
/** About 50 ms a try. */
const cost = { N: 2 ** 14, r: 8, p: 1 };

type Pin = NonNullable<Settings['adminPin']>;

export function sealPin(pin: string): Pin {
  const salt = randomBytes(16);
  const hash = scryptSync(pin, salt, 32, cost);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}

const isPin = (pin: string, { salt, hash }: Pin): boolean =>
  timingSafeEqual(
    scryptSync(pin, Buffer.from(salt, 'base64'), 32, cost),
    Buffer.from(hash, 'base64'),
  );

/**
 * Keeps definitions and settings behind a PIN, so that nobody changes them in passing. A convenience: who
 * can write the user's files can take it away. What must not be changed belongs in a configuration file.
 */
export class AdminLock {
  public readonly changed = new Listeners();
  private openUntil = 0;
  private failures = 0;
  private blockedUntil = 0;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly settings: () => Settings,
    private readonly clock: Clock,
  ) {}

  public rights(): RightsView {
    const { adminPin, agentRights } = this.settings();
    if (adminPin === undefined || this.isOpen()) {
      return {
        view: true,
        create: true,
        edit: true,
        administer: true,
        hasPin: adminPin !== undefined,
      };
    }
    const { view, create, edit } = agentRights;
    return { view: view || create || edit, create, edit, administer: false, hasPin: true };
  }

  public unlock(pin: string): Result<null> {
    const { adminPin } = this.settings();
    if (adminPin === undefined) return ok(null);
    const now = this.clock.now();
    if (now < this.blockedUntil) {
      const seconds = Math.ceil((this.blockedUntil - now) / 1000);
      return fail(message('problem.admin.tooManyPins', { seconds }), 'pin');
    }
    if (!isPin(pin, adminPin)) {
      this.failures += 1;
      if (this.failures >= tolerated) this.blockedUntil = now + penalty;
      return fail(message('problem.admin.wrongPin'), 'pin');
    }
    this.failures = 0;
    this.stayOpen();
    return ok(null);
  }

  public lock(): void {
    this.openUntil = 0;
    this.cancel?.();
    this.changed.emit();
  }

  /** A step in the administration: it stays open from here. */
  public stayOpen(): void {
    this.openUntil = this.clock.now() + openFor;
    this.cancel?.();
    this.cancel = this.clock.after(openFor, () => this.changed.emit());
    this.changed.emit();
  }

  public isOpen(): boolean {
    return this.clock.now() < this.openUntil;
  }

  /** Whether a call may be made now; one that the PIN allowed keeps the administration open. */
  public allows(right: Right): boolean {
    if (right === 'agent') return true;
    const granted = this.rights();
    if (!granted[right]) return false;
    if (granted.hasPin && this.isOpen()) this.stayOpen();
    return true;
  }

  public dispose(): void {
    this.cancel?.();
  }
}

/** The rights of now, for the dispatcher. */
export const gateOf = (lock: AdminLock, snapshot: () => ConfigSnapshot): Gate => ({
  allows: (right) => lock.allows(right),
  facts: () => ({
    hasAgent: snapshot().agent !== undefined,
    exists: (part, id) => snapshot()[part].some((item) => item.id === id),
  }),
});
