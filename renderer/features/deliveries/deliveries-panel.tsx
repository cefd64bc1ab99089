import { Button, Group, Pagination, Select, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeliveriesView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { showExport } from '../../api/show-export.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { RetryFailed } from './retry-failed.tsx';
import {
  deliveryStates,
  type Delivery,
  type DeliveryState,
} from '../../../shared/model/delivery.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnswer } from '../../api/use-answer.ts';

const pageSize = 50;

interface Filter {
  readonly search: string;
  readonly state: DeliveryState | undefined;
}

/**
 * Deliveries and their outcome, live.
 * @param delivery id of one that is looked for and shown at once
 */
export function DeliveriesPanel({ delivery }: { delivery?: string | undefined }) {
  const t = useText();
  const outbox = useDesk((desk) => desk.outbox);
  const [filter, setFilter] = useState<Filter>({ search: delivery ?? '', state: undefined });
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Delivery | undefined>();
  const [sought, setSought] = useState(delivery);
  const view = useDeliveries(filter, page, outbox.version);
  const shownNow = view?.rows.find(({ id }) => id === (shown?.id ?? sought)) ?? shown;
  const isEmpty = view?.total === 0 && filter.search === '' && filter.state === undefined;
  return (
    <Stack gap="sm">
      <FilterBar
        filter={filter}
        failed={outbox.dead}
        onChange={(changed) => {
          setFilter(changed);
          setPage(0);
        }}
      />
      {isEmpty && <EmptyNote text={t('deliveries.empty')} />}
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
          version={outbox.version}
          onClose={() => {
            setShown(undefined);
            setSought(undefined);
          }}
        />
      )}
    </Stack>
  );
}

interface FilterBarProps {
  readonly filter: Filter;
  readonly failed: number;
  readonly onChange: (filter: Filter) => void;
}

function FilterBar({ filter, failed, onChange }: FilterBarProps) {
  const t = useText();
  return (
    <Group align="flex-end">
      <SearchField
        label={t('deliveries.search')}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <Select
        aria-label={t('deliveries.state')}
        placeholder={t('deliveries.allStates')}
        clearable
        data={deliveryStates.map((value) => ({ value, label: t(`deliveries.states.${value}`) }))}
        value={filter.state ?? null}
        onChange={(value) =>
          onChange({ ...filter, state: deliveryStates.find((one) => one === value) })
        }
      />
      <Group ml="auto">
        <RetryFailed count={failed} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() =>
            void calls()
              ['deliveries.export'](filter)
              .then((reply) => showExport(reply, t))
          }
        >
          {t('deliveries.export')}
        </Button>
      </Group>
    </Group>
  );
}

/** Asked for again whenever the outbox changed. */
function useDeliveries(filter: Filter, page: number, version: number): DeliveriesView | undefined {
  const wanted = { ...filter, offset: page * pageSize, limit: pageSize };
  const answer = useAnswer(['deliveries', wanted], () => calls()['deliveries.search'](wanted), {
    version,
    keepsLast: true,
  });
  return answer?.ok === true ? answer.value : undefined;
}
