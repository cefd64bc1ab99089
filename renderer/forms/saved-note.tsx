import { Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';

interface Saved {
  /** How often something was saved since the page was opened. */
  readonly times: number;
  readonly note: () => void;
}

// Where settings are changed without the page, as in the agent's menu, nothing more is said.
const SavedContext = createContext<Saved>({ times: 0, note: () => undefined });

export function SavedProvider({ children }: { children: ReactNode }) {
  const [times, setTimes] = useState(0);
  const note = useCallback(() => setTimes((before) => before + 1), []);
  return <SavedContext value={{ times, note }}>{children}</SavedContext>;
}

/** Call it when a setting was saved. */
export const useNoteSaved = (): (() => void) => use(SavedContext).note;

/** Says that each change is saved at once, and after one that it was. */
export function SavedNote() {
  const t = useText();
  const { times } = use(SavedContext);
  return (
    <Group gap={6} wrap="nowrap" {...(times === 0 && { c: 'dimmed' })} role="status">
      {times > 0 && <IconCheck size={16} color="var(--mantine-color-teal-text)" aria-hidden />}
      {/* Another text each time, so that a screen reader says it again. */}
      <Text key={times} size="sm">
        {times === 0 ? t('settings.savesAtOnce') : t('settings.saved')}
      </Text>
    </Group>
  );
}
