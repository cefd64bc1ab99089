import { Badge, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { SourceView } from '../../../shared/contract/source-views.ts';
import { dialects } from '../../../shared/dialects/dialects.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useDesk } from '../../api/desk-context.tsx';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { phaseText } from '../../ui/phase-text.ts';
import { phaseColors } from '../../ui/phase-colors.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Translate } from '../../../shared/text/translate.ts';

interface Row {
  readonly source: Source;
  readonly system: string;
  readonly state: SourceView | undefined;
}

const itemOf = ({ source }: Row): Source => source;
const searchText = ({ source, system, state }: Row): string =>
  [source.name, addressOf({ source, state }), source.transport.type, system].join('\n');

/** Where a source connects to or listens; its secret path is not shown. */
const addressOf = ({ source: { transport }, state }: Pick<Row, 'source' | 'state'>): string => {
  if (transport.type !== 'http') return transport.url;
  const { place } = state ?? {};
  return place === undefined ? '' : `http://${place.host}:${place.port}`;
};
const can = { switch: true, pause: false } as const;

interface SourceListProps {
  readonly locked: boolean;
  readonly onEdit: (source: Source) => void;
}

/** Sources with what they speak, where they are, and how they are doing now. */
export function SourceList({ locked, onEdit }: SourceListProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const sources = useDesk((desk) => desk.sources);
  const rows = useMemo(
    () =>
      config.sources.map((source) => ({
        source,
        system: systemOf(source, t),
        state: sources.find(({ id }) => id === source.id),
      })),
    [config.sources, sources, t],
  );
  const columns = useColumns();
  const searches = useMemo(() => [{ label: t('sources.search'), text: searchText }], [t]);
  return (
    <DefinitionList
      part="sources"
      rows={rows}
      itemOf={itemOf}
      columns={columns}
      searches={searches}
      rowTestId="source-row"
      can={can}
      locked={locked}
      onEdit={({ source }) => onEdit(source)}
    />
  );
}

const systemOf = ({ dialect }: Source, t: Translate): string =>
  dialect === 'mapping' ? t('sources.mappingDialect') : dialects[dialect].label;

const phaseOf = ({ source, state }: Row, t: Translate): string =>
  source.enabled
    ? phaseText(source.transport.type === 'http', state?.phase, t)
    : t('definitions.off');

function useColumns(): readonly ListColumn<Row>[] {
  const t = useText();
  return useMemo(() => {
    return [
      {
        key: 'name',
        label: t('sources.columns.name'),
        value: ({ source }) => source.name,
        render: ({ source }) => (
          <Text size="sm" fw={500} lineClamp={2}>
            {source.name}
          </Text>
        ),
      },
      {
        key: 'system',
        label: t('sources.columns.system'),
        value: ({ system }) => system,
        render: ({ system }) => <Text size="sm">{system}</Text>,
      },
      {
        key: 'url',
        label: t('sources.columns.url'),
        value: addressOf,
        render: (row) => (
          <Text size="sm" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {addressOf(row)}
          </Text>
        ),
      },
      {
        key: 'state',
        label: t('sources.columns.state'),
        value: (row) => phaseOf(row, t),
        render: (row) => (
          <Badge
            variant="light"
            tt="none"
            color={row.source.enabled ? phaseColors[row.state?.phase ?? 'stopped'] : 'gray'}
          >
            {phaseOf(row, t)}
          </Badge>
        ),
      },
    ];
  }, [t]);
}
