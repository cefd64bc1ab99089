import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  Group as Row,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { callFieldNames } from '../../../shared/model/call-fields.ts';
import { comparisons, comparisonSchema } from '../../../shared/model/condition.ts';
import { emptyGroup, newTest, type Group, type Item } from './condition-draft.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Translate } from '../../../shared/text/translate.ts';

/** Deeper than anybody can read. */
const maxDepth = 4;

interface BuilderProps {
  /** Names of variables that can be tested besides the call's fields. */
  readonly variables?: readonly string[];
  readonly group: Group;
  readonly problem: string | undefined;
  readonly onChange: (group: Group) => void;
}

/** Tests on fields of the call, joined by "all of" and "any of", each of them possibly turned round. */
export function ConditionBuilder(props: BuilderProps) {
  return <GroupFields {...props} depth={0} />;
}

interface GroupFieldsProps extends BuilderProps {
  readonly depth: number;
  readonly onRemove?: () => void;
}

function GroupFields(props: GroupFieldsProps) {
  const { group, variables = [], depth, problem, onChange, onRemove } = props;
  const t = useText();
  const setAt = (index: number, item: Item): void =>
    onChange({ ...group, items: group.items.map((old, at) => (at === index ? item : old)) });
  const removeAt = (index: number): void =>
    onChange({ ...group, items: group.items.filter((_, at) => at !== index) });
  return (
    <Paper withBorder={depth > 0} p={depth > 0 ? 'xs' : 0}>
      <Stack gap="xs">
        {(group.items.length > 1 || depth > 0) && (
          <Row>
            <SegmentedControl
              size="xs"
              aria-label={t('rules.join')}
              data={[
                { value: 'all', label: t('rules.all') },
                { value: 'any', label: t('rules.any') },
              ]}
              value={group.kind}
              onChange={(kind) => onChange({ ...group, kind: kind === 'any' ? 'any' : 'all' })}
            />
            <NotBox item={group} onChange={(not) => onChange({ ...group, not })} />
            {onRemove !== undefined && (
              <RemoveButton label={t('rules.removeGroup')} onClick={onRemove} />
            )}
          </Row>
        )}
        {group.items.map((item, index) =>
          item.kind === 'test' ? (
            <TestFields
              key={index}
              item={item}
              variables={variables}
              problem={problem}
              onChange={(changed) => setAt(index, changed)}
              onRemove={() => removeAt(index)}
            />
          ) : (
            <GroupFields
              key={index}
              group={item}
              variables={variables}
              depth={depth + 1}
              problem={problem}
              onChange={(changed) => setAt(index, changed)}
              onRemove={() => removeAt(index)}
            />
          ),
        )}
        <Row gap="xs">
          <AddButton
            label={t('rules.addTest')}
            onClick={() => onChange({ ...group, items: [...group.items, newTest()] })}
          />
          {depth < maxDepth && group.items.length > 0 && (
            <AddButton
              label={t('rules.addGroup')}
              onClick={() =>
                onChange({
                  ...group,
                  items: [...group.items, { ...emptyGroup, kind: 'any', items: [newTest()] }],
                })
              }
            />
          )}
        </Row>
      </Stack>
    </Paper>
  );
}

interface TestFieldsProps {
  readonly variables: readonly string[];
  readonly item: Extract<Item, { kind: 'test' }>;
  readonly problem: string | undefined;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
}

function TestFields({ item, variables, problem, onChange, onRemove }: TestFieldsProps) {
  const t = useText();
  const { test } = item;
  const set = (patch: Partial<typeof test>): void =>
    onChange({ ...item, test: { ...test, ...patch } });
  return (
    <Row gap="xs" wrap="nowrap" align="flex-start">
      <Autocomplete
        w={190}
        aria-label={t('rules.field')}
        data={[...variables.map((name) => `var.${name}`), ...callFieldNames]}
        renderOption={({ option }) => fieldLabel(option.value, t)}
        value={test.field}
        onChange={(field) => set({ field })}
      />
      <Select
        w={200}
        aria-label={t('rules.comparison')}
        data={comparisons.map((value) => ({ value, label: t(`rules.comparisons.${value}`) }))}
        value={test.is}
        allowDeselect={false}
        onChange={(value) => {
          const is = comparisonSchema.safeParse(value);
          if (is.success) set({ is: is.data });
        }}
      />
      {test.is !== 'empty' && (
        <TextInput
          flex={1}
          aria-label={t('rules.value')}
          value={test.value}
          error={test.is === 'matches' ? problem : undefined}
          onChange={(event) => set({ value: event.currentTarget.value })}
        />
      )}
      <NotBox item={item} onChange={(not) => onChange({ ...item, not })} />
      <RemoveButton label={t('rules.removeTest')} onClick={onRemove} />
    </Row>
  );
}

const fieldLabel = (name: string, t: Translate): string => {
  const known = callFieldNames.find((one) => one === name);
  return known === undefined ? name : `${t(`callField.${known}.label`)} (${name})`;
};

function NotBox({ item, onChange }: { item: { not: boolean }; onChange: (not: boolean) => void }) {
  const t = useText();
  return (
    <Checkbox
      mt={8}
      label={t('rules.not')}
      checked={item.not}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="red" mt={4} aria-label={label} onClick={onClick}>
      <IconTrash size={18} />
    </ActionIcon>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="xs" variant="light" leftSection={<IconPlus size={14} />} onClick={onClick}>
      {label}
    </Button>
  );
}
