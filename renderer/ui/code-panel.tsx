import { Group, ScrollArea, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './code-panel.module.css';
import { CopyIcon } from './copy-button.tsx';

interface CodePanelProps {
  readonly title: string;
  /** All of it, as it is copied. */
  readonly text: string;
  readonly testId?: string;
  /** Pixels, above which it scrolls. */
  readonly height?: number;
  /** Long lines go on in the next, as of a URL; those of a program scroll. */
  readonly wraps?: boolean;
  /** The text in colours; the same characters. */
  readonly children?: ReactNode;
}

/** Text for another program: under its name, in one colour scheme everywhere, and copied with one press. */
export function CodePanel(props: CodePanelProps) {
  const { title, text, testId, height = 240, wraps = false, children = text } = props;
  return (
    <figure className={classes['panel']} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" className={classes['head']}>
        <Text component="figcaption" size="xs" fw={600}>
          {title}
        </Text>
        <CopyIcon what={title} text={text} variant="transparent" className={classes['copy']} />
      </Group>
      <ScrollArea.Autosize
        mah={height}
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': title }}
      >
        <pre className={classes['code']} data-wraps={wraps || undefined} data-testid={testId}>
          {children}
        </pre>
      </ScrollArea.Autosize>
    </figure>
  );
}
