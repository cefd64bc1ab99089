import type { Delivery } from '../../../shared/model/delivery.ts';
import type { Translate } from '../../../shared/text/translate.ts';

/** Which call a delivery reports, and what had happened: "Grace Hopper (+31201234567) · Ended". */
export function deliveryCall({ caller, stage }: Delivery, t: Translate): string {
  const shown = caller === '' ? t('desk.unknownCaller') : caller;
  return stage === null ? shown : `${shown} · ${t(`stage.${stage}`)}`;
}
