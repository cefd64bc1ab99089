import { isPaused } from '../../../shared/model/pause.ts';
import type { Template } from '../../../shared/model/template.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import type { Result } from '../../../shared/result.ts';
import { prepareRequest, type BuildRequest } from '../../../shared/webhooks/prepare-request.ts';

export interface PreparedWebhook {
  readonly webhook: Webhook;
  readonly build: Result<BuildRequest>;
}

/** What each webhook needs to make its request, worked out when definitions change, not when a call rings. */
export class PreparedWebhooks {
  private byId = new Map<string, PreparedWebhook>();

  public apply(webhooks: readonly Webhook[], templates: readonly Template[]): void {
    this.byId = new Map(
      webhooks.map((webhook) => [
        webhook.id,
        { webhook, build: prepareRequest(webhook, templates) },
      ]),
    );
  }

  public get(id: string): PreparedWebhook | undefined {
    return this.byId.get(id);
  }

  /** Whether deliveries of this webhook may go out now. Those of a deleted one do. */
  public isOn(id: string, now: number): boolean {
    const webhook = this.byId.get(id)?.webhook;
    return webhook === undefined || (webhook.enabled && !isPaused(webhook.pause, now));
  }
}
