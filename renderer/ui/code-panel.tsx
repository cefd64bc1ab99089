import { ActionIcon, CopyButton, Group, ScrollArea, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import classes from './code-panel.module.css';

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
        <CopyIcon what={title} text={text} />
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

function CopyIcon({ what, text }: { what: string; text: string }) {
  const t = useText();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={t(copied ? 'sources.http.copied' : 'sources.http.copy')}>
          <ActionIcon
            variant="transparent"
            className={classes['copy'] ?? ''}
            aria-label={t('sources.http.copyWhat', { what })}
            onClick={copy}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
