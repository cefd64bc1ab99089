import type { ConfigSnapshot } from '../../../shared/config/resolve-layers.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { parseJson } from '../../../shared/json/parse-json.ts';
import { secretNamesIn } from '../../../shared/model/secrets-in.ts';
import type { SecretRef } from '../../../shared/model/secret.ts';
import { systemClock, type Clock } from '../../platform/clock.ts';
import { Events } from '../../platform/events.ts';
import { coalesced } from '../../platform/coalesced.ts';
import type { HttpClient } from '../../platform/ports/http.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { RowRetention, type RetentionSettings } from '../../platform/storage/row-retention.ts';
import type { OutboxStore } from '../../platform/storage/storage.ts';
import { createAttempt } from './attempt-delivery.ts';
import { Deliveries } from './deliveries.ts';
import { HostGate } from './host-gate.ts';
import { Outbox } from './outbox.ts';
import { PreparedWebhooks } from './prepared-webhooks.ts';
import { Sender } from './sender.ts';
import type { WebhookEvents } from './webhook-events.ts';
import { WebhookService } from './webhook-service.ts';

interface Deps {
  /** Of deliveries: when they are due, and old. */
  readonly clock: Clock;
  readonly log: Log;
  readonly store: OutboxStore;
  readonly sendHttp: HttpClient;
  readonly revealSecret: (ref: SecretRef) => string | undefined;
  readonly mask: (text: string) => string;
  readonly retention: () => RetentionSettings;
  readonly isOnline: (host: string) => boolean;
}

/** Milliseconds. */
const startAgainAfter = 10_000;
/**
 * Milliseconds by the computer's clock: the outbox is counted at most so often, however much goes through
 * it, and however fast its own clock is made to run.
 */
const countEvery = 200;

/** All that sends webhooks, joined. */
export function createWebhooks(deps: Deps) {
  const { clock, log, store, mask } = deps;
  const events = new Events<WebhookEvents>();
  const prepared = new PreparedWebhooks();
  const gate = new HostGate();
  const sender = new Sender({ ...deps, gate });
  const outbox = new Outbox({
    ...deps,
    gate,
    random: Math.random,
    attempt: createAttempt({ sender, clock, requestOf: (id) => store.request(id), mask }),
    isOn: (id) => prepared.isOn(id, clock.now()),
    onGone: (id, name, template) => events.emit('gone', { id, name, template }),
    onAttempted: (attempted) => events.emit('attempted', attempted),
    onChange: () => events.emit('changed'),
  });
  const service = new WebhookService({
    ...deps,
    prepared,
    outbox,
    sender,
    onNotAccepted: (name) => events.emit('notAccepted', name),
  });
  const starting = startingAgain(outbox, clock, log);
  let saved: readonly Webhook[] = [];
  const counted = (): void => events.emit('counted');
  const deliveries = new Deliveries(store, outbox, clock, mask, counted, () => saved);
  const retention = new RowRetention(store, deps.retention, { clock, log });
  const recount = counting(deliveries, log);
  const stopCounting = events.on('changed', recount);
  return {
    prepared,
    outbox,
    service,
    deliveries,
    events,
    /** Definitions changed. */
    apply({ webhooks, templates }: Pick<ConfigSnapshot, 'webhooks' | 'templates'>): void {
      saved = webhooks;
      prepared.apply(webhooks, templates);
      outbox.wake();
    },
    /** Takes up what an earlier run left. Await it before the first event. */
    async start(): Promise<void> {
      await starting.start();
      retention.start();
      recount();
    },
    /** Names of the secrets that deliveries may still need. */
    secretsInUse: () => secretsInUse(store),
    async stop(): Promise<void> {
      starting.stop();
      retention.stop();
      await outbox.stop();
      stopCounting();
    },
  };
}

/** A disk that is full at the start may have room later: what waits there must not wait for the next start of the app. */
function startingAgain(outbox: Outbox, clock: Clock, log: Log) {
  let cancel: (() => void) | undefined;
  const start = async (): Promise<void> => {
    try {
      await outbox.start();
    } catch (error) {
      log.error('outbox not read', { problem: errorText(error) });
      cancel = clock.after(startAgainAfter, () => void start());
    }
  };
  return { start, stop: (): void => cancel?.() };
}

const counting = (deliveries: Deliveries, log: Log): (() => void) =>
  coalesced(systemClock, countEvery, () =>
    deliveries
      .count()
      .catch((error: unknown) => log.warn('outbox not counted', { problem: errorText(error) })),
  );

async function secretsInUse(store: OutboxStore): Promise<ReadonlySet<string>> {
  const requests = await store.unsettled();
  return secretNamesIn(
    requests.map((text) => {
      const parsed = parseJson(text);
      return parsed.ok ? parsed.value : null;
    }),
  );
}

export type Webhooks = ReturnType<typeof createWebhooks>;
export type { PreparedWebhooks } from './prepared-webhooks.ts';
export { switchOffGone } from './switch-off-gone.ts';
export { webhookClock } from './webhook-clock.ts';
export type { Attempted } from './webhook-events.ts';
export type { WebhookOccasion, WebhookService } from './webhook-service.ts';
