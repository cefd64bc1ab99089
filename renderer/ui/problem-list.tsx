import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemText, type Problem } from '../../shared/result.ts';

/** Problems that belong to no field on screen. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert">
      <List size="sm" listStyleType="none">
        {problems.map((problem) => (
          <List.Item key={`${problem.path} ${problem.message}`}>{problemText(problem)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
