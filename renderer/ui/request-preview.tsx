import { Alert, Code, ScrollArea, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Reply } from '../../shared/contract/reply.ts';
import type { TrialCall } from '../../shared/contract/inputs.ts';
import { problemsText } from '../api/problems-text.ts';
import { firstTrialCall, TrialCallField } from './trial-call-field.tsx';
import { useText } from '../i18n/use-text.ts';

interface RequestPreviewProps {
  /** Changes when there is something new to show. */
  readonly of: string;
  readonly title: string;
  /** What would be sent for a call, or why it cannot be. */
  readonly load: (call: TrialCall) => Promise<Reply<string>>;
}

/** Milliseconds without a keystroke: then it is worth asking. */
const calm = 150;

/** What would be sent, as it is typed, for a call that can be chosen; or why it cannot be. */
export function RequestPreview({ of, title, load }: RequestPreviewProps) {
  const t = useText();
  const [call, setCall] = useState(firstTrialCall);
  const [shown, setShown] = useState<Reply<string>>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void load(call).then((reply) => {
        if (current) setShown(reply);
      });
    }, calm);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // `load` is made anew with each picture; what it loads is named by `of`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of, call]);
  return (
    <Stack gap="xs">
      <TrialCallField compact value={call} onChange={setCall} />
      {shown !== undefined && (
        <Alert
          variant="light"
          p="xs"
          color={shown.ok ? 'blue' : 'yellow'}
          title={shown.ok ? title : t('webhooks.preview')}
          data-testid="request-preview"
        >
          {!shown.ok ? (
            problemsText(shown.problems, t)
          ) : (
            <ScrollArea.Autosize
              mah={112}
              viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': title }}
            >
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {shown.value}
              </Code>
            </ScrollArea.Autosize>
          )}
        </Alert>
      )}
    </Stack>
  );
}
