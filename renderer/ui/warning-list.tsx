import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Message } from '../../shared/text/message.ts';
import { useText } from '../i18n/use-text.ts';

/** What is unwise but not refused: saving is possible all the same. */
export function WarningList({ warnings }: { warnings: readonly Message[] }) {
  const t = useText();
  if (warnings.length === 0) return null;
  const sentences = [...new Set(warnings.map((warning) => t(warning)))];
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} role="status">
      <List size="sm" listStyleType="none">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
