import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Pages } from '../api/use-pages.ts';
import { EmptyNote } from './empty-note.tsx';
import { useText } from '../i18n/use-text.ts';

interface FoundRowsProps<T> {
  readonly pages: Pages<T>;
  /** What is said where nothing was found. */
  readonly empty: string;
  readonly children: (rows: readonly T[]) => ReactNode;
}

/** What a search found so far: rows and more of them, nothing, a problem, or not known yet. */
export function FoundRows<T>({ pages, empty, children }: FoundRowsProps<T>) {
  const t = useText();
  const { found, problem, hasMore, more } = pages;
  return (
    <>
      {problem !== undefined && <Text c="red">{t(problem)}</Text>}
      {found === undefined && problem === undefined && <Text c="dimmed">{t('loading')}</Text>}
      {found?.length === 0 && <EmptyNote text={empty} />}
      {found !== undefined && found.length > 0 && children(found)}
      {hasMore && (
        <Button variant="default" onClick={() => void more()}>
          {t('log.more')}
        </Button>
      )}
    </>
  );
}
