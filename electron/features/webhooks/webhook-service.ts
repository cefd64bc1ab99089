import { storedCaller } from '../../../shared/calls/caller-text.ts';
import type { CallData } from '../../../shared/model/call-fields.ts';
import type { NewDelivery } from '../../../shared/model/delivery.ts';
import type { Stage } from '../../../shared/model/stage.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../platform/clock.ts';
import { errorText, type Log } from '../../platform/logging/log.ts';
import { deliveryId } from './delivery-id.ts';
import { freeze } from './frozen-request.ts';
import type { Outbox } from './outbox.ts';
import type { PreparedWebhook, PreparedWebhooks } from './prepared-webhooks.ts';
import { wholeSchedule } from './retry-schedule.ts';
import type { Answer, Sender } from './sender.ts';
import { message } from '../../../shared/text/message.ts';

/** Seconds: after a minute a call no longer rings. */
const ringingUse = 60;

/** Seconds: the person testing is waiting. */
const testUse = 300;

/** What fired, for a request and for its id. */
export interface WebhookOccasion {
  readonly source: string;
  readonly eventId: string;
  readonly ruleId: string;
  readonly stage: Stage;
  readonly callKey: string;
  readonly call: CallData;
  /** A past event that is run again: the delivery is marked as a test. */
  readonly isTest?: boolean | undefined;
}

export interface WebhookServiceDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly prepared: PreparedWebhooks;
  readonly outbox: Pick<Outbox, 'accept'>;
  readonly sender: Sender;
  /** A webhook could not be written to the disk, so it is not sent. */
  readonly onNotAccepted: (webhookName: string) => void;
}

/** Makes deliveries and questions of webhooks. */
export class WebhookService {
  public constructor(private readonly deps: WebhookServiceDeps) {}

  /**
   * Puts a webhook into the outbox. Resolves when it is on disk.
   * @param step where in a flow; empty outside of one
   * @returns a problem where it is off or its request cannot be made
   */
  public async send(
    webhookId: string,
    occasion: WebhookOccasion,
    step = '',
  ): Promise<Result<null>> {
    const made = this.deliveryOf(webhookId, occasion, step, occasion.isTest === true);
    return made.ok ? this.accept(made.value) : made;
  }

  /** For people; the id where it is gone. */
  public nameOf(webhookId: string): string {
    return this.deps.prepared.get(webhookId)?.webhook.name ?? webhookId;
  }

  /** Sends a webhook once for a sample call, marked as a test. Resolves when it is on disk. */
  public async sendTest(webhookId: string, occasion: WebhookOccasion): Promise<Result<string>> {
    const made = this.deliveryOf(webhookId, occasion, '', true);
    if (!made.ok) return made;
    const accepted = await this.accept(made.value);
    return accepted.ok ? ok(made.value.id) : accepted;
  }

  /** Asks once and waits for the answer, at most as long as the webhook says. */
  public async ask(
    webhookId: string,
    occasion: WebhookOccasion,
    step: string,
  ): Promise<Result<{ answer: Answer; isAccepted: boolean }>> {
    const found = this.find(webhookId, false);
    if (!found.ok) return found;
    const { webhook, build } = found.value;
    if (!build.ok) return build;
    const id = deliveryId({ ...occasion, webhookId, step });
    const answer = await this.deps.sender.ask(id, freeze(webhook, build.value(occasion.call)));
    const codes: readonly number[] = webhook.successCodes;
    return ok({ answer, isAccepted: answer.ok && codes.includes(answer.value.status) });
  }

  /** Nothing is sent that is not on the disk: where the disk refuses, a person has to know. */
  private async accept(delivery: NewDelivery): Promise<Result<null>> {
    const { outbox, log, onNotAccepted } = this.deps;
    try {
      await outbox.accept([delivery]);
      return ok(null);
    } catch (error) {
      const problem = errorText(error);
      log.error('delivery not accepted', { webhook: delivery.webhook, problem });
      onNotAccepted(delivery.webhookName);
      return fail(message('problem.webhook.notSaved', { reason: problem }));
    }
  }

  private deliveryOf(
    webhookId: string,
    occasion: WebhookOccasion,
    step: string,
    isTest: boolean,
  ): Result<NewDelivery> {
    const found = this.find(webhookId, isTest);
    if (!found.ok) return found;
    const { webhook, build } = found.value;
    if (!build.ok) return build;
    const request = build.value(occasion.call);
    const acceptedAt = this.deps.clock.now();
    const rings = occasion.stage === 'ringing' || occasion.stage === 'queued';
    const useful = isTest
      ? testUse
      : (webhook.expiresAfter ?? (rings ? ringingUse : Math.ceil(wholeSchedule / 1_000)));
    return ok({
      id: deliveryId({ ...occasion, webhookId, step }),
      webhook: webhook.id,
      webhookName: webhook.name,
      host: new URL(request.url).host,
      callKey: occasion.callKey,
      caller: storedCaller(occasion.call).caller,
      stage: occasion.stage,
      acceptedAt,
      expiresAt: acceptedAt + useful * 1_000,
      isTest,
      request: JSON.stringify(freeze(webhook, request)),
    });
  }

  private find(webhookId: string, isTest: boolean): Result<PreparedWebhook> {
    const found = this.deps.prepared.get(webhookId);
    if (found === undefined) return fail(message('problem.webhook.deleted'));
    if (!isTest && !this.deps.prepared.isOn(webhookId, this.deps.clock.now())) {
      return fail(message('problem.webhook.notActive', { name: found.webhook.name }));
    }
    return ok(found);
  }
}
