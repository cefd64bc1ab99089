import { Badge, Button, Table, Text } from '@mantine/core';
import type { Delivery, DeliveryState } from '../../../shared/model/delivery.ts';
import { useText } from '../../i18n/use-text.ts';
import { deliveryCall } from './delivery-call.ts';
import { Moment } from '../../ui/moment.tsx';

const colors: Readonly<Record<DeliveryState, string>> = {
  waiting: 'blue',
  delivered: 'teal',
  dead: 'red',
  expired: 'gray',
};

interface DeliveryTableProps {
  readonly rows: readonly Delivery[];
  readonly onShow: (delivery: Delivery) => void;
}

/** Deliveries, newest first. */
export function DeliveryTable({ rows, onShow }: DeliveryTableProps) {
  const t = useText();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ type: 'auto' }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deliveries.columns.accepted')}</Table.Th>
            <Table.Th>{t('deliveries.columns.webhook')}</Table.Th>
            <Table.Th>{t('deliveries.columns.about')}</Table.Th>
            <Table.Th>{t('deliveries.columns.state')}</Table.Th>
            <Table.Th>{t('deliveries.columns.attempts')}</Table.Th>
            <Table.Th>{t('deliveries.columns.latency')}</Table.Th>
            <Table.Th miw={100}>{t('deliveries.columns.next')}</Table.Th>
            <Table.Th>{t('deliveries.columns.problem')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <DeliveryRow key={row.id} row={row} onShow={() => onShow(row)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface DeliveryRowProps {
  readonly row: Delivery;
  readonly onShow: () => void;
}

function DeliveryRow({ row, onShow }: DeliveryRowProps) {
  const t = useText();
  return (
    <Table.Tr data-testid="delivery-row">
      <Table.Td>
        <Moment at={row.acceptedAt} />
      </Table.Td>
      <Table.Td>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('deliveries.show', { name: row.webhookName })}
          onClick={onShow}
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
          {deliveryCall(row, t)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[row.state]} tt="none" miw="max-content">
          {t(`deliveries.states.${row.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{row.attempts}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {row.attempts > 0 && t('deliveries.milliseconds', { ms: row.lastMs })}
      </Table.Td>
      <Table.Td>{row.state === 'waiting' && <Moment at={row.nextAt} />}</Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2} title={row.problem === null ? undefined : t(row.problem)}>
          {row.problem !== null && t(row.problem)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
