import { ScrollArea, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { searchWords } from '../../shared/text/fold-text.ts';
import { useText } from '../i18n/use-text.ts';
import classes from './searched-rows.module.css';

/** Escape closes the list, and not the editor around it: the editor listens for all but these. */
export const ownEscape = { 'data-mantine-stop-propagation': true };

interface SearchedRowsProps {
  readonly title: string;
  /** Of the search. */
  readonly label: string;
  /** Between the search and what it found. */
  readonly above?: ReactNode;
  /** What has the words; null where nothing has. */
  readonly children: (words: readonly string[]) => ReactNode;
}

/** A list in a popover, with its search. It begins anew each time the list opens. */
export function SearchedRows({ title, label, above, children }: SearchedRowsProps) {
  const t = useText();
  const [search, setSearch] = useState('');
  return (
    <>
      <TextInput
        mb="xs"
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        data-autofocus
        {...ownEscape}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {above}
      <ScrollArea.Autosize
        // In a low window too, what stands below the list stays in it.
        mah="min(300px, 30vh)"
        // No wider than the list: an example gives way to its label.
        styles={{ content: { minWidth: 0 } }}
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': title, ...ownEscape }}
      >
        {children(searchWords(search)) ?? (
          <Text size="sm" c="dimmed" p="xs">
            {t('list.nothingFound')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </>
  );
}

interface SearchedRowProps {
  readonly label: string;
  readonly example?: string;
  readonly onChoose: () => void;
}

export function SearchedRow({ label, example, onChoose }: SearchedRowProps) {
  return (
    <button type="button" className={classes['row']} onClick={onChoose} {...ownEscape}>
      <span className={classes['label']}>{label}</span>
      {example !== undefined && (
        <span className={classes['example']} title={example}>
          {example}
        </span>
      )}
    </button>
  );
}
