import { Pagination, Stack } from '@mantine/core';
import { useState } from 'react';
import type { DeliveriesView } from '../../../shared/contract/views.ts';
import type { Delivery } from '../../../shared/model/delivery.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import {
  DeliveryFilters,
  isEveryDelivery,
  searchOf,
  type WantedDeliveries,
} from './delivery-filters.tsx';
import { DeliveryHealth } from './delivery-health.tsx';
import { DeliveryTable } from './delivery-table.tsx';

const pageSize = 50;

/**
 * Deliveries and their outcome, live.
 * @param delivery id of one that is looked for and shown at once
 */
export function DeliveriesPanel({ delivery }: { delivery?: string | undefined }) {
  const t = useText();
  const { version } = useDesk((desk) => desk.outbox);
  const [wanted, setWanted] = useState<WantedDeliveries>({
    search: delivery ?? '',
    state: undefined,
    webhook: undefined,
    from: '',
    to: '',
  });
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Delivery | undefined>();
  const [sought, setSought] = useState(delivery);
  const view = useDeliveries(wanted, page, version);
  const shownNow = view?.rows.find(({ id }) => id === (shown?.id ?? sought)) ?? shown;
  const isEmpty = view?.total === 0 && isEveryDelivery(wanted);
  return (
    <Stack gap="sm">
      <DeliveryFilters
        wanted={wanted}
        onChange={(part) => {
          setWanted({ ...wanted, ...part });
          setPage(0);
        }}
      />
      {isEmpty && <EmptyNote text={t('deliveries.empty')} />}
      {view !== undefined && !isEmpty && <DeliveryHealth wanted={wanted} version={version} />}
      {view !== undefined && view.total > 0 && <DeliveryTable rows={view.rows} onShow={setShown} />}
      {view !== undefined && view.total > pageSize && (
        <Pagination
          total={Math.ceil(view.total / pageSize)}
          value={page + 1}
          onChange={(value) => setPage(value - 1)}
        />
      )}
      {shownNow !== undefined && (
        <DeliveryDrawer
          delivery={shownNow}
          version={version}
          onClose={() => {
            setShown(undefined);
            setSought(undefined);
          }}
        />
      )}
    </Stack>
  );
}

/** Asked for again whenever the outbox changed. */
function useDeliveries(
  wanted: WantedDeliveries,
  page: number,
  version: number,
): DeliveriesView | undefined {
  const search = { ...searchOf(wanted), offset: page * pageSize, limit: pageSize };
  const answer = useAnswer(['deliveries', search], () => calls()['deliveries.search'](search), {
    version,
    keepsLast: true,
  });
  return answer?.ok === true ? answer.value : undefined;
}
