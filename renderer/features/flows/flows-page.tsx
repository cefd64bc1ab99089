import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { stepsIn, type Flow } from '../../../shared/model/flow.ts';
import { rulesWith } from '../../../shared/model/rule-actions.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSought } from '../../api/place-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { DefinitionState } from '../../ui/list/definition-actions.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { newFlow } from './flow-draft.ts';
import { FlowEditor } from './flow-editor.tsx';
import { useText } from '../../i18n/use-text.ts';

interface Row {
  readonly flow: Flow;
  readonly usedBy: string;
}

const itemOf = ({ flow }: Row): Flow => flow;
const searchText = ({ flow, usedBy }: Row): string =>
  [flow.name, flow.description, usedBy].join('\n');
const can = { switch: true, pause: false } as const;

/** The list of flows, and the way to add and edit one. */
export function FlowsPage() {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const { canCreate, canEdit } = usePartRights('flows');
  const locked = !canEdit;
  const [edited, setEdited] = useState(useSought('flows', config.flows, canEdit));
  const rows = useMemo(
    () =>
      config.flows.map((flow): Row => {
        const rules = rulesWith(
          config.rules,
          (action) => action.do === 'flow' && action.flow === flow.id,
        );
        return { flow, usedBy: rules.map(({ name }) => name).join(', ') };
      }),
    [config],
  );
  const columns = useColumns();
  const searches = useMemo(() => [{ label: t('flows.search'), text: searchText }], [t]);
  return (
    <Stack maw={1400} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('flows.title')}
        </Title>
        {canCreate && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newFlow())}>
            {t('flows.add')}
          </Button>
        )}
      </Group>
      <LockedNote part="flows" />
      {rows.length === 0 ? (
        <EmptyNote text={t('flows.empty')} />
      ) : (
        <DefinitionList
          part="flows"
          rows={rows}
          itemOf={itemOf}
          columns={columns}
          searches={searches}
          rowTestId="flow-row"
          can={can}
          locked={locked}
          onEdit={({ flow }) => setEdited(flow)}
        />
      )}
      {edited !== undefined && (
        <FlowEditor
          key={edited.id}
          flow={edited}
          isNew={!config.flows.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  );
}

function useColumns(): readonly ListColumn<Row>[] {
  const t = useText();
  return useMemo(() => {
    const plain = (
      key: string,
      label: string,
      value: (row: Row) => string | number,
    ): ListColumn<Row> => ({
      key,
      label,
      value,
      render: (row) => (
        <Text size="sm" lineClamp={2}>
          {value(row)}
        </Text>
      ),
    });
    return [
      {
        ...plain('name', t('flows.columns.name'), ({ flow }) => flow.name),
        render: ({ flow }) => (
          <Text fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {flow.name}
          </Text>
        ),
      },
      plain('description', t('flows.columns.description'), ({ flow }) => flow.description ?? ''),
      plain('steps', t('flows.columns.steps'), ({ flow }) => stepsIn(flow.steps).length),
      plain('usedBy', t('flows.columns.usedBy'), ({ usedBy }) => usedBy),
      {
        key: 'status',
        label: t('flows.columns.status'),
        value: ({ flow }) => (flow.enabled ? 0 : 1),
        render: ({ flow }) => <DefinitionState item={flow} />,
      },
    ];
  }, [t]);
}
