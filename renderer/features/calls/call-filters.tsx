import { Group, SegmentedControl, Select } from '@mantine/core';
import {
  searchedDirections,
  type CallOutcome,
  type SearchedDirection,
} from '../../../shared/model/call-record.ts';
import { DayField } from '../../ui/day-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useText } from '../../i18n/use-text.ts';

const filters = ['all', 'answered', 'notAnswered', 'elsewhere'] as const;
type Filter = (typeof filters)[number];

/** What an agent looks for; empty: any. */
export interface Wanted {
  readonly text: string;
  readonly filter: Filter;
  readonly direction: SearchedDirection | '';
  /** `2026-03-14` */
  readonly from: string;
  readonly to: string;
}

export const everyCall: Wanted = { text: '', filter: 'all', direction: '', from: '', to: '' };

const outcomes: Readonly<Record<Filter, readonly CallOutcome[]>> = {
  all: [],
  answered: ['answered'],
  // Also a call that nobody took on the other side.
  notAnswered: ['missed', 'unanswered'],
  elsewhere: ['elsewhere'],
};

/** The outcomes that a filter finds; none: all. */
export const outcomesOf = (filter: Filter): CallOutcome[] => [...outcomes[filter]];

interface CallFiltersProps {
  readonly wanted: Wanted;
  readonly onChange: (part: Partial<Wanted>) => void;
}

export function CallFilters({ wanted, onChange }: CallFiltersProps) {
  const t = useText();
  const { text, filter, direction, from, to } = wanted;
  const labels: Readonly<Record<Filter, string>> = {
    all: t('calls.everyCall'),
    answered: t('calls.outcomes.answered'),
    notAnswered: t('calls.notAnswered'),
    elsewhere: t('calls.outcomes.elsewhere'),
  };
  return (
    <Group>
      <SearchField
        label={t('calls.search')}
        placeholder={t('calls.searchHint')}
        width={260}
        value={text}
        onChange={(next) => onChange({ text: next })}
      />
      <DayField label={t('log.from')} value={from} onChange={(day) => onChange({ from: day })} />
      <DayField label={t('log.to')} value={to} onChange={(day) => onChange({ to: day })} />
      <Select
        aria-label={t('calls.direction')}
        placeholder={t('calls.anyDirection')}
        clearable
        w={170}
        data={searchedDirections.map((value) => ({ value, label: t(`direction.${value}`) }))}
        value={direction === '' ? null : direction}
        onChange={(value) =>
          onChange({ direction: searchedDirections.find((one) => one === value) ?? '' })
        }
      />
      <SegmentedControl
        aria-label={t('calls.filter')}
        data={filters.map((value) => ({ value, label: labels[value] }))}
        value={filter}
        onChange={(next) => onChange({ filter: next })}
      />
    </Group>
  );
}
