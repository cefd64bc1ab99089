import { ActionIcon, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { ruleSentence } from './rule-sentence.ts';

interface Row {
  readonly rule: Rule;
  /** Its place in the order in which rules are looked at, from 0. */
  readonly place: number;
  readonly sentence: string;
}

const itemOf = ({ rule }: Row): Rule => rule;
const searchText = ({ rule, sentence }: Row): string => [rule.name, sentence].join('\n');
const can = { switch: true, pause: false } as const;

interface RuleListProps {
  readonly locked: boolean;
  readonly onEdit: (rule: Rule) => void;
}

/** The rules in their order, each with what it does in a sentence. */
export function RuleList({ locked, onEdit }: RuleListProps) {
  const t = useText();
  const rows = useRows();
  const columns = useColumns(locked);
  return (
    <DefinitionList
      part="rules"
      rows={rows}
      itemOf={itemOf}
      columns={columns}
      searchText={searchText}
      searchLabel={t('rules.search')}
      sortedBy="place"
      rowTestId="rule"
      can={can}
      locked={locked}
      onEdit={({ rule }) => onEdit(rule)}
      firstActions={(row) => <MoveButtons row={row} last={rows.length - 1} />}
    />
  );
}

function useRows(): readonly Row[] {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  return useMemo(
    () =>
      config.rules.map((rule, place) => ({ rule, place, sentence: ruleSentence(rule, config, t) })),
    [config, t],
  );
}

function useColumns(locked: boolean): readonly ListColumn<Row>[] {
  const t = useText();
  return useMemo(() => [placeColumn(t), ruleColumn(t), switchColumn(t, locked)], [t, locked]);
}

const placeColumn = (t: Translate): ListColumn<Row> => ({
  key: 'place',
  label: t('rules.columns.place'),
  value: ({ place }) => place,
  render: ({ place }) => (
    <Text size="sm" c="dimmed">
      {place + 1}
    </Text>
  ),
});

const ruleColumn = (t: Translate): ListColumn<Row> => ({
  key: 'name',
  label: t('rules.columns.rule'),
  value: ({ rule }) => rule.name,
  render: ({ rule, sentence }) => (
    <Stack gap={2} maw={560}>
      <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
        {rule.name}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {sentence}
      </Text>
    </Stack>
  ),
});

const switchColumn = (t: Translate, locked: boolean): ListColumn<Row> => ({
  key: 'on',
  label: t('definitions.on'),
  value: ({ rule }) => (rule.enabled ? 0 : 1),
  render: ({ rule }) => <RuleSwitch rule={rule} locked={locked} />,
});

function RuleSwitch({ rule, locked }: { rule: Rule; locked: boolean }) {
  const t = useText();
  const change = useBulkChange();
  return (
    <Switch
      aria-label={t('rules.switchLabel', { name: rule.name })}
      checked={rule.enabled}
      disabled={locked}
      onChange={({ currentTarget: { checked } }) =>
        void change(
          { do: checked ? 'enable' : 'disable', part: 'rules', ids: [rule.id] },
          t(`rules.done.${checked ? 'enabled' : 'disabled'}`),
        )
      }
    />
  );
}

function MoveButtons({ row: { rule, place }, last }: { row: Row; last: number }) {
  const t = useText();
  const rules = useDesk((desk) => desk.config.rules);
  const change = useBulkChange();
  const move = (by: number): void => {
    const ids = rules.map(({ id }) => id).filter((id) => id !== rule.id);
    ids.splice(place + by, 0, rule.id);
    void change({ do: 'order', part: 'rules', ids }, t('rules.done.ordered'));
  };
  return (
    <>
      <Tooltip label={t('rules.moveUp')}>
        <ActionIcon
          variant="subtle"
          aria-label={`${t('rules.moveUp')}: ${rule.name}`}
          disabled={place === 0}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('rules.moveDown')}>
        <ActionIcon
          variant="subtle"
          aria-label={`${t('rules.moveDown')}: ${rule.name}`}
          disabled={place === last}
          onClick={() => move(1)}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
