import { Stack, Switch, Text } from '@mantine/core';
import type { Rule } from '../../../shared/model/rule.ts';
import { stageSchema } from '../../../shared/model/stage.ts';
import type { Translate } from '../../../shared/text/translate.ts';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { ListColumn } from '../../ui/list/list-table.tsx';
import { stagesOf, whenText } from '../../ui/when-choices.ts';
import { actionsLine, callsLine, type TargetNames } from './rule-sentence.ts';

export interface RuleRow {
  readonly rule: Rule;
  /** Its place in the order in which rules are looked at, from 0. */
  readonly place: number;
}

interface ColumnParts {
  readonly names: TargetNames;
  readonly t: Translate;
  readonly locked: boolean;
}

/** Webitel's, in its order, after the place and the name, which that system's hooks do not have. */
export const ruleColumns = ({ names, t, locked }: ColumnParts): readonly ListColumn<RuleRow>[] => [
  placeColumn(t),
  nameColumn(t),
  eventColumn(t),
  actionsColumn(names, t),
  stateColumn(t, locked),
];

const placeColumn = (t: Translate): ListColumn<RuleRow> => ({
  key: 'place',
  label: t('rules.columns.place'),
  value: ({ place }) => place,
  render: ({ place }) => (
    <Text size="sm" c="dimmed">
      {place + 1}
    </Text>
  ),
});

const nameColumn = (t: Translate): ListColumn<RuleRow> => ({
  key: 'name',
  label: t('rules.columns.rule'),
  value: ({ rule }) => rule.name,
  render: ({ rule }) => (
    <Stack gap={2} maw={420}>
      <Text size="sm" fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {rule.name}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {callsLine(rule, t)}
      </Text>
    </Stack>
  ),
});

/** Sorted as a call goes through its stages. */
const eventColumn = (t: Translate): ListColumn<RuleRow> => ({
  key: 'event',
  label: t('rules.columns.event'),
  value: ({ rule }) => {
    const [first] = stagesOf(rule.when);
    return first === undefined ? stageSchema.options.length : stageSchema.options.indexOf(first);
  },
  render: ({ rule }) => <Text size="sm">{whenText(rule.when, t)}</Text>,
});

const actionsColumn = (names: TargetNames, t: Translate): ListColumn<RuleRow> => ({
  key: 'actions',
  label: t('rules.columns.actions'),
  value: ({ rule }) => actionsLine(rule, names, t),
  render: ({ rule }) => (
    <Text size="sm" maw={360} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
      {actionsLine(rule, names, t)}
    </Text>
  ),
});

const stateColumn = (t: Translate, locked: boolean): ListColumn<RuleRow> => ({
  key: 'on',
  label: t('rules.columns.state'),
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
