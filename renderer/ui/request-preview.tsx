import { Alert, Code, ScrollArea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Reply } from '../../shared/ipc/contract.ts';
import { useTexts } from '../i18n/use-texts.ts';

interface RequestPreviewProps {
  /** Changes when there is something new to show. */
  readonly of: string;
  readonly title: string;
  readonly load: () => Promise<Reply<string>>;
}

/** Milliseconds without a keystroke: then it is worth asking. */
const calm = 150;

/** What would be sent for a sample call, as it is typed; or why it cannot be. */
export function RequestPreview({ of, title, load }: RequestPreviewProps) {
  const texts = useTexts();
  const [shown, setShown] = useState<{ text: string; isProblem: boolean }>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void load().then((reply) => {
        if (!current) return;
        const problem = reply.ok ? '' : reply.problems.map(({ message }) => message).join(' ');
        setShown(
          reply.ok ? { text: reply.value, isProblem: false } : { text: problem, isProblem: true },
        );
      });
    }, calm);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // `load` is made anew with each picture; what it loads is named by `of`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of]);
  if (shown === undefined) return null;
  return (
    <Alert
      variant="light"
      color={shown.isProblem ? 'yellow' : 'blue'}
      title={shown.isProblem ? texts.webhooks.preview : title}
      data-testid="request-preview"
    >
      {shown.isProblem ? (
        shown.text
      ) : (
        <ScrollArea.Autosize mah={180}>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {shown.text}
          </Code>
        </ScrollArea.Autosize>
      )}
    </Alert>
  );
}
