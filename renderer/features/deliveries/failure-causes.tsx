import { Table, Text, Title } from '@mantine/core';
import type { FailureGroup } from '../../../shared/model/delivery-health.ts';
import { useText } from '../../i18n/use-text.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { RetryFailed, type FailedRange } from './retry-failed.tsx';

interface FailureCausesProps {
  readonly causes: readonly FailureGroup[];
  readonly which: FailedRange;
}

/** What failed, by what was wrong, so that one correction can be followed by one retry. */
export function FailureCauses({ causes, which }: FailureCausesProps) {
  const t = useText();
  if (causes.length === 0) return null;
  return (
    <>
      <Title order={3} size="h6">
        {t('deliveries.health.causes')}
      </Title>
      <WideTable label={t('deliveries.health.causes')} minWidth={620}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('deliveries.columns.problem')}</Table.Th>
              <Table.Th>{t('deliveries.health.host')}</Table.Th>
              <Table.Th>{t('deliveries.response')}</Table.Th>
              <Table.Th ta="right">{t('deliveries.states.dead')}</Table.Th>
              <Table.Th>{t('deliveries.health.latest')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {causes.map((cause) => (
              <CauseRow
                key={`${cause.problem} ${cause.host} ${cause.status}`}
                cause={cause}
                which={which}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </>
  );
}

function CauseRow({ cause, which }: { cause: FailureGroup; which: FailedRange }) {
  const t = useText();
  const { problem, host, status, count, example, latest } = cause;
  const said = example === null ? '–' : t(example);
  return (
    <Table.Tr data-testid="failure-cause">
      <Table.Td>
        <Text size="sm" lineClamp={2} title={said}>
          {said}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{host}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {status === 0 ? t('deliveries.noAnswer') : t('deliveries.status', { status })}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{new Intl.NumberFormat(t.locale).format(count)}</Table.Td>
      <Table.Td>
        <Moment at={latest} />
      </Table.Td>
      <Table.Td>
        <RetryFailed
          count={count}
          label={t('deliveries.health.retryThese')}
          what={said}
          which={{ cause: { problem, host, status }, ...which }}
          size="compact-sm"
        />
      </Table.Td>
    </Table.Tr>
  );
}
