import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../../shared/result.ts';
import { useText } from '../i18n/use-text.ts';

/** What was wrong, beside the button that was pressed; a field with a problem shows it as well. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert">
      <List size="sm" listStyleType="none">
        {problems.map((problem) => (
          <List.Item key={`${problem.path} ${problem.message.id}`}>{t(problem.message)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
