import type { ConfigEdits, ConfigService } from '../config/index.ts';
import type { Gone } from './webhook-events.ts';
import type { Notices } from '../notices/index.ts';
import { message } from '../../../shared/text/message.ts';

interface Deps {
  readonly configService: ConfigService;
  readonly edits: ConfigEdits;
  readonly notices: Notices;
}

/** A receiver answered 410: it wants nothing more. Going on would only be noise on both sides. */
export function switchOffGone(
  { id, name, template }: Gone,
  { configService, edits, notices }: Deps,
): void {
  const webhook = configService.snapshot().webhooks.find((one) => one.id === id);
  // A 410 from an old URL says nothing about a URL that has since been changed.
  if (webhook?.enabled !== true || webhook.url !== template) return;
  const switched = edits.change({ do: 'disable', part: 'webhooks', ids: [id] });
  notices.add(
    'warning',
    switched.ok
      ? message('problem.webhook.gone', { name })
      : message('problem.webhook.goneButManaged', { name }),
  );
}
