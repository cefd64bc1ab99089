import { Code, Fieldset, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PreviewView } from '../../../shared/contract/views.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { firstTrialCall, TrialCallField } from '../../ui/trial-call-field.tsx';
import { useText } from '../../i18n/use-text.ts';
import { located, type Problem } from '../../../shared/result.ts';

/** Typing should not ask for every letter (milliseconds). */
const pause = 120;

/** What would open for a call that can be chosen, readable and as it is sent. */
export function PopupPreview({ draft }: { draft: PopupInput }) {
  const t = useText();
  const [call, setCall] = useState(firstTrialCall);
  const [reply, setReply] = useState<Reply<PreviewView> | undefined>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      // A name is asked for at saving; the address shows without it.
      const popup = { ...draft, name: draft.name.trim() === '' ? '-' : draft.name };
      void calls()
        ['popup.preview']({ popup, call })
        .then((answer) => {
          if (current) setReply(answer);
        });
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft, call]);
  return (
    <Fieldset legend={t('popupForm.preview')}>
      <Stack gap="xs">
        <TrialCallField compact value={call} onChange={setCall} />
        <div aria-live="polite">
          {draft.url === '' || reply === undefined ? (
            <Text size="sm" c="dimmed">
              {t('popupForm.previewEmpty')}
            </Text>
          ) : reply.ok ? (
            <Stack gap="xs">
              <Address
                label={t('popupForm.plain')}
                url={reply.value.plainUrl}
                testId="preview-plain"
              />
              {draft.encryption !== undefined && (
                <Address label={t('popupForm.sent')} url={reply.value.url} testId="preview-sent" />
              )}
            </Stack>
          ) : (
            <Text size="sm" c="dimmed">
              {reply.problems.map((problem) => t(located(withoutPrefix(problem)))).join(' ')}
            </Text>
          )}
        </div>
      </Stack>
    </Fieldset>
  );
}

const withoutPrefix = (problem: Problem): Problem => ({
  ...problem,
  path: problem.path.replace(/^popup\./, ''),
});

function Address({ label, url, testId }: { label: string; url: string; testId: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Code
        block
        data-testid={testId}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 64 }}
      >
        {url}
      </Code>
    </div>
  );
}
