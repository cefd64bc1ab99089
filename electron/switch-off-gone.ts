import type { ConfigService } from './config/config-service.ts';
import type { Notices } from './notices.ts';

/** A receiver answered 410: it wants nothing more. Going on would only be noise on both sides. */
export function switchOffGone(
  id: string,
  name: string,
  template: string,
  { configService, notices }: { configService: ConfigService; notices: Notices },
): void {
  const webhook = configService.snapshot().webhooks.find((one) => one.id === id);
  // What was on its way to an address that was corrected since says nothing of the new one.
  if (webhook?.enabled !== true || webhook.url !== template) return;
  try {
    configService.change({ do: 'disable', part: 'webhooks', ids: [id] });
    notices.add(
      'warning',
      `The webhook “${name}” was turned off: its receiver returned HTTP 410 (gone). Correct its URL, then turn it on.`,
    );
  } catch {
    notices.add(
      'warning',
      `The receiver of the webhook “${name}” returned HTTP 410 (gone). Your administrator’s configuration file still has it turned on.`,
    );
  }
}
