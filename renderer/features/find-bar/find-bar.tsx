import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { calls, listen } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';

const foundSchema = z.object({ current: z.number(), total: z.number() });

/** Finds text in a popup's page. Enter: next, Shift+Enter: previous, Escape: close. */
export function FindBar() {
  const t = useText();
  const [text, setText] = useState('');
  const [found, setFound] = useState<z.infer<typeof foundSchema> | undefined>();
  useEffect(() => listen((message) => setFound(foundSchema.parse(message))), []);
  const search = (query: string, next: boolean, forward = true): void =>
    void calls()['find.search']({ text: query, next, forward });
  return (
    <Group
      gap={4}
      p={8}
      wrap="nowrap"
      component="search"
      onKeyDown={(event) => {
        if (event.key === 'Escape') void calls()['find.close'](undefined);
      }}
    >
      <TextInput
        flex={1}
        size="xs"
        autoFocus
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value, false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(text, true, !event.shiftKey);
        }}
      />
      <Text size="xs" c="dimmed" miw={80} ta="center" aria-live="polite">
        {text === '' || found === undefined
          ? ''
          : t('find.count', { current: found.current, total: found.total })}
      </Text>
      <ActionIcon
        variant="subtle"
        aria-label={t('find.previous')}
        onClick={() => search(text, true, false)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={t('find.next')} onClick={() => search(text, true)}>
        <IconChevronDown size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('find.close')}
        onClick={() => void calls()['find.close'](undefined)}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
