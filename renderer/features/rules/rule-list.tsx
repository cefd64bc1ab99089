import { useMemo } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useText } from '../../i18n/use-text.ts';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { ruleColumns, type RuleRow } from './rule-columns.tsx';
import { ruleSentence, targetNames } from './rule-sentence.ts';

const itemOf = ({ rule }: RuleRow): Rule => rule;
const can = { switch: true, pause: false } as const;

interface RuleListProps {
  readonly locked: boolean;
  readonly onEdit: (rule: Rule) => void;
}

/** Webitel's registry: event, what it does, state, in the order in which the rules are looked at. */
export function RuleList({ locked, onEdit }: RuleListProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const names = useMemo(() => targetNames(config), [config]);
  const rows = useMemo(
    () => config.rules.map((rule, place): RuleRow => ({ rule, place })),
    [config.rules],
  );
  const columns = useMemo(() => ruleColumns({ names, t, locked }), [names, t, locked]);
  const searches = useMemo(() => {
    const text = textOnce(({ rule }) => [rule.name, ruleSentence(rule, names, t)].join('\n'));
    return [{ label: t('rules.search'), text }];
  }, [names, t]);
  return (
    <DefinitionList
      part="rules"
      rows={rows}
      itemOf={itemOf}
      columns={columns}
      searches={searches}
      sortedBy="place"
      rowTestId="rule"
      can={can}
      locked={locked}
      onEdit={({ rule }) => onEdit(rule)}
      firstActions={(row) => <MoveButtons row={row} last={rows.length - 1} />}
    />
  );
}

/** Ten thousand sentences are written at the first search, not before, and not again at each letter. */
function textOnce(write: (row: RuleRow) => string): (row: RuleRow) => string {
  const written = new WeakMap<RuleRow, string>();
  return (row) => {
    const known = written.get(row);
    if (known !== undefined) return known;
    const text = write(row);
    written.set(row, text);
    return text;
  };
}
