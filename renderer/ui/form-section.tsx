import { Fieldset, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './form-section.module.css';

interface FormSectionProps {
  readonly title: string;
  /** What the section is for, where its title does not say it. */
  readonly hint?: string | undefined;
  /** Where a list of sections leads. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A titled part of a long form. */
export function FormSection({ title, hint, id, children }: FormSectionProps) {
  return (
    <Fieldset
      variant="unstyled"
      className={classes['section']}
      {...(id !== undefined && { id, 'data-section': true })}
      legend={
        <Title order={3} size="h5">
          {title}
        </Title>
      }
    >
      <Stack gap="sm">
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Fieldset>
  );
}
