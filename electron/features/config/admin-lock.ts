import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { Right } from '../../../shared/contract/procedure.ts';
import type { RightsView } from '../../../shared/contract/views.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Gate } from '../../platform/ipc/dispatch.ts';
import type { DocumentFile } from '../../platform/ports/document-file.ts';
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
  // Both end by a timer: setting the computer's clock neither opens it nor shortens the wait.
  private opened = false;
  private blocked = false;
  private blockedAt = 0;
  private failures: number;
  private cancel: (() => void) | undefined;
  private cancelBlock: (() => void) | undefined;

  /** @param attempts keeps the count of wrong PINs, so that a restart does not begin anew */
  public constructor(
    private readonly settings: () => Settings,
    private readonly clock: Clock,
    private readonly attempts: DocumentFile,
  ) {
    this.failures = failuresIn(attempts);
    if (this.failures >= tolerated) this.block();
  }

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
    if (this.blocked) {
      return fail(message('problem.admin.tooManyPins', { seconds: this.secondsLeft() }), 'pin');
    }
    if (!isPin(pin, adminPin)) {
      this.count(this.failures + 1);
      if (this.failures >= tolerated) this.block();
      return fail(message('problem.admin.wrongPin'), 'pin');
    }
    this.count(0);
    this.stayOpen();
    return ok(null);
  }

  public lock(): void {
    this.opened = false;
    this.cancel?.();
    this.changed.emit();
  }

  /** A step in the administration: it stays open from here. */
  public stayOpen(): void {
    this.opened = true;
    this.cancel?.();
    this.cancel = this.clock.after(openFor, () => this.lock());
    this.changed.emit();
  }

  public isOpen(): boolean {
    return this.opened;
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
    this.cancelBlock?.();
  }

  private block(): void {
    this.blocked = true;
    this.blockedAt = this.clock.now();
    this.cancelBlock?.();
    this.cancelBlock = this.clock.after(penalty, () => (this.blocked = false));
  }

  /** For people: about, where the clock was set meanwhile. */
  private secondsLeft(): number {
    const left = this.blockedAt + penalty - this.clock.now();
    return Math.ceil(Math.min(penalty, Math.max(1, left)) / 1000);
  }

  private count(failures: number): void {
    if (failures === this.failures) return;
    this.failures = failures;
    try {
      this.attempts.write({ failures });
    } catch {
      // A full disk: then it counts until the next start.
    }
  }
}

const attemptsSchema = z.object({ failures: z.int().min(0) });

function failuresIn(file: DocumentFile): number {
  const text = file.read();
  if (text === undefined) return 0;
  const parsed = parseJson(text);
  const known = attemptsSchema.safeParse(parsed.ok ? parsed.value : undefined);
  // Who made it unreadable gains nothing.
  return known.success ? known.data.failures : tolerated;
}

/** The rights of now, for the dispatcher. */
export const gateOf = (lock: AdminLock, snapshot: () => ConfigSnapshot): Gate => ({
  allows: (right) => lock.allows(right),
  facts: () => ({
    hasAgent: snapshot().agent !== undefined,
    exists: (part, id) => snapshot()[part].some((item) => item.id === id),
    mayChange: (choice) => snapshot().settings.agentMayChange.includes(choice),
  }),
});
