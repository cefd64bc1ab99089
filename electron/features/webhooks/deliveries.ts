import { parseJson } from '../../../shared/json/parse-json.ts';
import type {
  DeliveriesView,
  DeliveryDetail,
  OutboxSummary,
} from '../../../shared/contract/views.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type {
  DeliveryHealth,
  Failed,
  HealthSearch,
} from '../../../shared/model/delivery-health.ts';
import type { DeliverySearch } from '../../../shared/model/delivery.ts';
import { originOf } from '../../../shared/model/definition.ts';
import { secretNamesIn } from '../../../shared/model/secrets-in.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { curlCommand } from '../../../shared/webhooks/curl-command.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OutboxStore, Revival } from '../../platform/storage/storage.ts';
import { frozenRequestSchema, type FrozenRequest } from './frozen-request.ts';
import type { Outbox } from './outbox.ts';
import { wholeSchedule } from './retry-schedule.ts';
import { message } from '../../../shared/text/message.ts';

/** Dead ones tried again in one step, so that a long list can show its progress. */
const reviveStep = 50;

/** The outbox for users: view, edit and retry. */
export class Deliveries {
  private last: OutboxSummary = { waiting: 0, dead: 0, version: 0 };

  public constructor(
    private readonly store: OutboxStore,
    private readonly outbox: Pick<Outbox, 'revive'>,
    private readonly clock: Clock,
    private readonly mask: (text: string) => string,
    private readonly onCounted: () => void,
    /** The webhooks in force. */
    private readonly saved: () => readonly Webhook[],
  ) {}

  /** As it was counted last; `version` grows with each change, so that lists know to ask again. */
  public summary(): OutboxSummary {
    return this.last;
  }

  /** Counts again. Called when something changed. */
  public async count(): Promise<void> {
    const counts = await this.store.counts();
    const of = (wanted: string): number => counts.find(({ state }) => state === wanted)?.count ?? 0;
    this.last = { waiting: of('waiting'), dead: of('dead'), version: this.last.version + 1 };
    this.onCounted();
  }

  public async search(search: DeliverySearch): Promise<DeliveriesView> {
    return this.store.list(search);
  }

  public health(search: HealthSearch): Promise<DeliveryHealth> {
    return this.store.health(search);
  }

  /** A delivery with its request, readable, and each attempt. Secrets are masked. */
  public async detail(id: string): Promise<Result<DeliveryDetail>> {
    const request = await this.requestOf(id);
    if (!request.ok) return request;
    const { method, url, headers, body } = request.value;
    const shown = headers.map((header) =>
      'secret' in header ? `${header.name}: ******` : `${header.name}: ${header.value}`,
    );
    return ok({
      id,
      method,
      url: this.mask(url),
      headers: shown.map((line) => this.mask(line)),
      body: body === undefined ? undefined : this.mask(body),
      curl: this.mask(curlCommand(request.value)),
      attempts: [...(await this.store.attempts(id))],
    });
  }

  /** Tries one delivery again, perhaps with another address or body. */
  public async retry(
    id: string,
    change: { readonly url?: string | undefined; readonly body?: string | undefined },
  ): Promise<Result<number>> {
    const isChanged = change.url !== undefined || change.body !== undefined;
    if (!isChanged) return ok(await this.revive({ ids: [id] }));
    const request = await this.requestOf(id);
    if (!request.ok) return request;
    const url = change.url ?? request.value.url;
    const masked = [change.url, change.body].some((text) => text?.includes('******') === true);
    if (masked && !JSON.stringify(request.value).includes('******')) {
      return fail(message('problem.delivery.masked'));
    }
    if (originOf(url) === undefined) return fail(message('problem.field.urlWrong'), 'url');
    if (!this.mayReach(url, request.value)) {
      return fail(message('problem.delivery.otherHost'), 'url');
    }
    const body = change.body ?? request.value.body;
    const changed: FrozenRequest = { ...request.value, url, ...(body !== undefined && { body }) };
    const now = this.clock.now();
    const revived = await this.outbox.revive({
      which: { ids: [id] },
      now,
      expiresAt: now + wholeSchedule,
      request: JSON.stringify(changed),
      host: new URL(url).host,
      limit: 1,
    });
    return ok(revived);
  }

  /**
   * Tries the next of the failed again.
   * @returns how many; 0 when none is left
   */
  public retryFailed(failed: Failed): Promise<number> {
    return this.revive({ failed });
  }

  /** A request that carries secrets goes to its own host, or to that of a webhook that has them. */
  private mayReach(url: string, request: FrozenRequest): boolean {
    const names = secretNamesIn(request);
    if (names.size === 0 || originOf(url) === originOf(request.url)) return true;
    const there = this.saved().filter((webhook) => originOf(webhook.url) === originOf(url));
    const known = secretNamesIn(there);
    return [...names].every((name) => known.has(name));
  }

  private revive(which: Revival['which']): Promise<number> {
    const now = this.clock.now();
    const expiresAt = now + wholeSchedule;
    return this.outbox.revive({ which, now, expiresAt, limit: reviveStep });
  }

  private async requestOf(id: string): Promise<Result<FrozenRequest>> {
    const stored = parseJson((await this.store.request(id)) ?? '');
    const request = frozenRequestSchema.safeParse(stored.ok ? stored.value : undefined);
    return request.success ? ok(request.data) : fail(message('problem.delivery.deleted'));
  }
}
