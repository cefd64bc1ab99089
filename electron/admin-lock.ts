import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Channel } from '../shared/ipc/channels.ts';
import { refused, type Handlers, type Reply } from '../shared/ipc/contract.ts';
import type { RightsView } from '../shared/ipc/views.ts';
import type { ConfigSnapshot } from '../shared/config/resolve-layers.ts';
import type { Settings } from '../shared/model/settings.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import type { Clock } from './ports/clock.ts';

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
 * can write the user's files can take it away. What must not be changed belongs into a configuration file.
 */
export class AdminLock {
  private openUntil = 0;
  private failures = 0;
  private blockedUntil = 0;
  private cancel: (() => void) | undefined;

  public constructor(
    private readonly settings: () => Settings,
    private readonly clock: Clock,
    private readonly onChange: () => void,
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
      return fail(`Too many wrong PINs. Try again in ${seconds} s.`, 'pin');
    }
    if (!isPin(pin, adminPin)) {
      this.failures += 1;
      if (this.failures >= tolerated) this.blockedUntil = now + penalty;
      return fail('Wrong PIN.', 'pin');
    }
    this.failures = 0;
    this.stayOpen();
    return ok(null);
  }

  public lock(): void {
    this.openUntil = 0;
    this.cancel?.();
    this.onChange();
  }

  /** A step in the administration: it stays open from here. */
  public stayOpen(): void {
    this.openUntil = this.clock.now() + openFor;
    this.cancel?.();
    this.cancel = this.clock.after(openFor, () => this.onChange());
    this.onChange();
  }

  public isOpen(): boolean {
    return this.clock.now() < this.openUntil;
  }

  public dispose(): void {
    this.cancel?.();
  }
}

type Right = 'view' | 'create' | 'edit' | 'administer';

/** What each channel needs; those not named are the agent's own. */
const needed: ReadonlyMap<string, Right> = new Map<Channel, Right>([
  ['popup.preview', 'view'],
  ['rules.try', 'view'],
  ['webhook.preview', 'view'],
  ['webhook.test', 'view'],
  ['template.preview', 'view'],
  ['source.lastMessage', 'view'],
  ['mapping.try', 'view'],
  ['source.test', 'view'],
  ['popup.test', 'view'],
  ['journal.search', 'view'],
  ['journal.export', 'view'],
  ['journal.replay', 'view'],
  ['deliveries.search', 'view'],
  ['deliveries.detail', 'view'],
  ['deliveries.export', 'view'],
  ['deliveries.retry', 'edit'],
  ['deliveries.retryDead', 'edit'],
  ['definitions.undo', 'edit'],
  ['settings.save', 'administer'],
  ['admin.setPin', 'administer'],
  ['publish.choose', 'administer'],
  ['publish.view', 'administer'],
  ['publish.write', 'administer'],
  ['publish.rollBack', 'administer'],
  ['config.export', 'administer'],
  ['config.openImport', 'administer'],
  ['config.applyImport', 'administer'],
]);

/** Handlers that refuse what whoever sits here may not do now. The desk hides it too, but is not believed. */
export function guarded(
  handlers: Handlers,
  lock: AdminLock,
  snapshot: () => ConfigSnapshot,
): Handlers {
  const may = (right: Right): boolean => lock.rights()[right];
  const run = <T>(right: Right, handle: () => T): T | Reply<never> => {
    if (!may(right)) return refused('Enter the admin PIN first.');
    if (lock.rights().hasPin && lock.isOpen()) lock.stayOpen();
    return handle();
  };
  const saving = (list: readonly { readonly id: string }[], id: string): Right =>
    list.some((item) => item.id === id) ? 'edit' : 'create';
  const entries = Object.entries(handlers).map(([channel, handle]) => {
    const right = needed.get(channel);
    return [
      channel,
      right === undefined
        ? handle
        : (input: unknown): unknown =>
            run(right, (): unknown => Reflect.apply(handle, handlers, [input])),
    ] as const;
  });
  return {
    ...handlers,
    ...Object.fromEntries(entries),
    'agent.save': (agent) =>
      run(snapshot().agent === undefined ? 'view' : 'administer', () =>
        handlers['agent.save'](agent),
      ),
    'popup.save': (input) =>
      run(saving(snapshot().popups, input.popup.id), () => handlers['popup.save'](input)),
    'rule.save': (input) =>
      run(saving(snapshot().rules, input.rule.id), () => handlers['rule.save'](input)),
    'source.save': (input) =>
      run(saving(snapshot().sources, input.source.id), () => handlers['source.save'](input)),
    'webhook.save': (input) =>
      run(saving(snapshot().webhooks, input.webhook.id), () => handlers['webhook.save'](input)),
    'template.save': (input) =>
      run(saving(snapshot().templates, input.template.id), () => handlers['template.save'](input)),
    'flow.save': (input) =>
      run(saving(snapshot().flows, input.flow.id), () => handlers['flow.save'](input)),
    'definitions.change': (change) =>
      run(change.do === 'duplicate' ? 'create' : 'edit', () =>
        handlers['definitions.change'](change),
      ),
  };
}
