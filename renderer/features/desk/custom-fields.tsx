import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

/** So many are seen at a glance. */
const few = 4;

/** The columns that the call's record has besides the usual ones. */
export function CustomFields({ values }: { values: Readonly<Record<string, string>> }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const entries = Object.entries(values).filter(([, value]) => value !== '');
  if (entries.length === 0) return null;
  return (
    <Group gap="md" component="dl" m={0} data-testid="custom-fields">
      {entries.slice(0, all ? undefined : few).map(([name, value]) => (
        <Group key={name} gap={6} wrap="nowrap" maw="100%" style={{ minWidth: 0 }}>
          <Text size="sm" c="dimmed" component="dt" style={{ flex: 'none' }}>
            {name}
          </Text>
          <Text
            size="sm"
            component="dd"
            m={0}
            maw={all ? undefined : 220}
            truncate={!all}
            title={value}
            dir="auto"
            style={all ? { overflowWrap: 'anywhere' } : undefined}
          >
            {value}
          </Text>
        </Group>
      ))}
      {entries.length > few && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>
          {all ? t('calls.fewer') : t('calls.all', { count: entries.length })}
        </Button>
      )}
    </Group>
  );
}
