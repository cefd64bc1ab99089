import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useDesk } from '../../api/desk-context.tsx';
import { useBulkChange } from '../../api/use-bulk-change.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { RuleRow } from './rule-columns.tsx';

/** Changes the order in which rules are looked at. @param last the last place */
export function MoveButtons({ row: { rule, place }, last }: { row: RuleRow; last: number }) {
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
