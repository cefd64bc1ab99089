import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';

/** More than anybody reads at once, and few enough to be drawn at once. */
const step = 50;

interface InStepsProps<T> {
  readonly items: readonly T[];
  /** Draws one; with a key. */
  readonly children: (item: T) => ReactNode;
}

/** A list that may be thousands long: its first part, and the rest step by step, so that the page never stalls. */
export function InSteps<T>({ items, children }: InStepsProps<T>) {
  const t = useText();
  const [shown, setShown] = useState(step);
  const left = items.length - shown;
  return (
    <>
      {items.slice(0, shown).map(children)}
      {left > 0 && (
        <Button variant="subtle" w="fit-content" onClick={() => setShown(shown + step)}>
          {t('list.showMore', { count: Math.min(step, left), left })}
        </Button>
      )}
    </>
  );
}
