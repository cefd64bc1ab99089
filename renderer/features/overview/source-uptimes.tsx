import { Table, Text } from '@mantine/core';
import type { SourceUptime } from '../../../shared/model/overview.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { phaseText } from '../../ui/phase-text.ts';
import { shareText } from '../../ui/share-text.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import classes from './overview.module.css';

/** How the connections to the phone systems held. */
export function SourceUptimes({ uptimes }: { uptimes: readonly SourceUptime[] }) {
  const t = useText();
  if (uptimes.length === 0) return <Text c="dimmed">{t('overview.noSources')}</Text>;
  return (
    <WideTable label={t('overview.sources')} minWidth={520}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('overview.columns.source')}</Table.Th>
            <Table.Th>{t('overview.columns.now')}</Table.Th>
            <Table.Th>{t('overview.columns.uptime')}</Table.Th>
            <Table.Th>{t('overview.columns.interruptions')}</Table.Th>
            <Table.Th w="50%" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uptimes.map((uptime) => (
            <UptimeRow key={uptime.source} uptime={uptime} />
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function UptimeRow({ uptime }: { uptime: SourceUptime }) {
  const t = useText();
  const sources = useDesk((desk) => desk.config.sources);
  const { source, phase, spans, connectedMs, wantedMs, interruptions } = uptime;
  const isCalled = sources.find(({ name }) => name === source)?.transport.type === 'http';
  return (
    <Table.Tr data-testid="uptime">
      <Table.Th scope="row" fw={500}>
        {source}
      </Table.Th>
      <Table.Td>{phaseText(isCalled, phase, t)}</Table.Td>
      <Table.Td>{shareText(connectedMs, wantedMs, t.locale)}</Table.Td>
      <Table.Td>{new Intl.NumberFormat(t.locale).format(interruptions)}</Table.Td>
      <Table.Td>
        <div className={classes['strip']} aria-hidden>
          {spans.map(({ state, from, to }) => (
            <span key={from} data-state={state} style={{ flex: `${to - from} 0 0` }} />
          ))}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
