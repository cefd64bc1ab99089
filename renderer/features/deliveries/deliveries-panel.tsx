import { Badge, Button, Group, Pagination, Select, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeliveriesView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { showExport } from '../../api/show-export.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import {
  deliveryStates,
  type Delivery,
  type DeliveryState,
} from '../../../shared/model/delivery.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnswer } from '../../api/use-answer.ts';

const pageSize = 50;
const colors: Readonly<Record<DeliveryState, string>> = {
  waiting: 'blue',
  delivered: 'teal',
  dead: 'red',
  expired: 'gray',
};

/** Deliveries and their outcome, live. */
export function DeliveriesPanel() {
  const t = useText();
  const outbox = useDesk((desk) => desk.outbox);
  const [search, setSearch] = useState('');
  const [state, setState] = useState<DeliveryState | undefined>();
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<Delivery | undefined>();
  const view = useDeliveries(search, state, page, outbox.version);
  const isEmpty = view?.total === 0 && search === '' && state === undefined;
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <SearchField
          label={t('deliveries.search')}
          value={search}
          onChange={(text) => {
            setSearch(text);
            setPage(0);
          }}
        />
        <Select
          aria-label={t('deliveries.state')}
          placeholder={t('deliveries.allStates')}
          clearable
          data={deliveryStates.map((value) => ({ value, label: t(`deliveries.states.${value}`) }))}
          value={state ?? null}
          onChange={(value) => {
            setState(deliveryStates.find((one) => one === value));
            setPage(0);
          }}
        />
        <Group ml="auto">
          {outbox.dead > 0 && <RetryDead count={outbox.dead} />}
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            onClick={() =>
              void calls()
                ['deliveries.export']({ state, search })
                .then((reply) => showExport(reply, t))
            }
          >
            {t('deliveries.export')}
          </Button>
        </Group>
      </Group>
      {isEmpty && <EmptyNote text={t('deliveries.empty')} />}
      {view !== undefined && view.total > 0 && <DeliveryTable rows={view.rows} onShow={setShown} />}
      {view !== undefined && view.total > pageSize && (
        <Pagination
          total={Math.ceil(view.total / pageSize)}
          value={page + 1}
          onChange={(value) => setPage(value - 1)}
        />
      )}
      {shown !== undefined && (
        <DeliveryDrawer
          delivery={view?.rows.find(({ id }) => id === shown.id) ?? shown}
          version={outbox.version}
          onClose={() => setShown(undefined)}
        />
      )}
    </Stack>
  );
}

/** Asked for again whenever the outbox changed. */
function useDeliveries(
  search: string,
  state: DeliveryState | undefined,
  page: number,
  version: number,
): DeliveriesView | undefined {
  const wanted = { search, state, offset: page * pageSize, limit: pageSize };
  const answer = useAnswer(['deliveries', wanted], () => calls()['deliveries.search'](wanted), {
    version,
    keepsLast: true,
  });
  return answer?.ok === true ? answer.value : undefined;
}

/** Retries all failed deliveries, a few at a time, and shows the progress. */
function RetryDead({ count }: { count: number }) {
  const t = useText();
  const [done, setDone] = useState<number | undefined>();
  const run = async (): Promise<void> => {
    let total = 0;
    const settledBefore = Date.now();
    setDone(0);
    for (;;) {
      const reply = await calls()['deliveries.retryDead']({ settledBefore });
      if (!reply.ok || reply.value.count === 0) break;
      total += reply.value.count;
      setDone(total);
    }
    setDone(undefined);
    notifications.show({ color: 'teal', message: t('deliveries.retried', { count: total }) });
  };
  return (
    <Group gap="xs">
      {done !== undefined && (
        <Text size="sm" role="status">
          {t('deliveries.retrying', { count: done })}
        </Text>
      )}
      <Button
        variant="light"
        leftSection={<IconRefresh size={16} />}
        loading={done !== undefined}
        onClick={() => void run()}
      >
        {t('deliveries.retryDead', { count })}
      </Button>
    </Group>
  );
}

interface DeliveryTableProps {
  readonly rows: readonly Delivery[];
  readonly onShow: (delivery: Delivery) => void;
}

function DeliveryTable({ rows, onShow }: DeliveryTableProps) {
  const t = useText();
  return (
    <Table.ScrollContainer minWidth={760} tabIndex={0}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deliveries.columns.accepted')}</Table.Th>
            <Table.Th>{t('deliveries.columns.webhook')}</Table.Th>
            <Table.Th>{t('deliveries.columns.about')}</Table.Th>
            <Table.Th>{t('deliveries.columns.state')}</Table.Th>
            <Table.Th>{t('deliveries.columns.attempts')}</Table.Th>
            <Table.Th>{t('deliveries.columns.latency')}</Table.Th>
            <Table.Th>{t('deliveries.columns.next')}</Table.Th>
            <Table.Th>{t('deliveries.columns.problem')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id} data-testid="delivery-row">
              <Table.Td>
                <Moment at={row.acceptedAt} />
              </Table.Td>
              <Table.Td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('deliveries.show', { name: row.webhookName })}
                  onClick={() => onShow(row)}
                >
                  {row.webhookName}
                </Button>
                {row.isTest && (
                  <Badge ml={4} size="sm" variant="light" color="gray" tt="none">
                    {t('deliveries.test')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>
                <Text size="sm" lineClamp={2}>
                  {row.about}
                </Text>
              </Table.Td>
              <Table.Td>
                <Badge variant="light" color={colors[row.state]} tt="none">
                  {t(`deliveries.states.${row.state}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{row.attempts}</Table.Td>
              <Table.Td>
                {row.attempts > 0 && t('deliveries.milliseconds', { ms: row.lastMs })}
              </Table.Td>
              <Table.Td>{row.state === 'waiting' && <Moment at={row.nextAt} />}</Table.Td>
              <Table.Td>
                <Text
                  size="sm"
                  lineClamp={2}
                  title={row.problem === null ? undefined : t(row.problem)}
                >
                  {row.problem !== null && t(row.problem)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
