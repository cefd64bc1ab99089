import type { ConfigEdits } from './config/config-edits.ts';
import type { ConfigService } from './config/config-service.ts';
import type { Notices } from './notices.ts';

interface Deps {
  readonly configService: ConfigService;
  readonly edits: ConfigEdits;
  readonly notices: Notices;
}

/** A receiver answered 410: it wants nothing more. Going on would only be noise on both sides. */
export function switchOffGone(
  id: string,
  name: string,
  template: string,
  { configService, edits, notices }: Deps,
): void {
  const webhook = configService.snapshot().webhooks.find((one) => one.id === id);
  // What was on its way to an address that was corrected since says nothing of the new one.
  if (webhook?.enabled !== true || webhook.url !== template) return;
  const switched = edits.change({ do: 'disable', part: 'webhooks', ids: [id] });
  notices.add(
    'warning',
    switched.ok
      ? `The receiver of the webhook “${name}” answered that it is gone (HTTP 410). It was switched off. Correct its address, then switch it on.`
      : `The receiver of the webhook “${name}” answered that it is gone (HTTP 410). Your administrator’s configuration file still has it on.`,
  );
}
