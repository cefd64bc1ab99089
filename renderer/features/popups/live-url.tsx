import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { located, type Problem } from '../../../shared/result.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormSection } from '../../ui/form-section.tsx';
import { TrialCallField } from '../../ui/trial-call-field.tsx';
import { UrlPanel } from '../../ui/url-panel.tsx';
import { namedDraft, type PopupPreview } from './use-popup-preview.ts';

interface LiveUrlProps {
  readonly draft: PopupInput;
  readonly preview: PopupPreview;
}

/** What would open for a call that can be chosen, readable and as it is sent; and the way to open it now. */
export function LiveUrl({ draft, preview }: LiveUrlProps) {
  const t = useText();
  const { call, setCall, reply } = preview;
  const isReadable = draft.encryption === undefined;
  return (
    <FormSection title={t('popupForm.preview')}>
      <TrialCallField compact value={call} onChange={setCall} />
      <div aria-live="polite">
        {draft.url === '' || reply === undefined ? (
          <Text size="sm" c="dimmed">
            {t('popupForm.previewEmpty')}
          </Text>
        ) : reply.ok ? (
          <Stack gap="xs">
            <UrlPanel
              title={t(isReadable ? 'popupForm.sent' : 'popupForm.plain')}
              url={reply.value.plainUrl}
              testId="preview-plain"
            />
            {!isReadable && (
              <UrlPanel title={t('popupForm.sent')} url={reply.value.url} testId="preview-sent" />
            )}
          </Stack>
        ) : (
          <Text size="sm" c="dimmed">
            {reply.problems.map((problem) => t(located(withoutPrefix(problem)))).join(' ')}
          </Text>
        )}
      </div>
      <TestNow draft={draft} preview={preview} />
    </FormSection>
  );
}

const withoutPrefix = (problem: Problem): Problem => ({
  ...problem,
  path: problem.path.replace(/^popup\./, ''),
});

/** Opens what is in the form, with nothing saved. */
function TestNow({ draft, preview: { call, reply } }: LiveUrlProps) {
  const t = useText();
  const { busy, problems, run } = useCommand();
  const [opened, setOpened] = useState<PopupInput>();
  const test = async (): Promise<void> => {
    const popup = namedDraft(draft, t('popupForm.untitled'));
    const isOpen = await run(() => calls()['popup.testDraft']({ popup, call }));
    setOpened(isOpen ? draft : undefined);
  };
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" flex={1} miw={160}>
          {t('popupForm.testHint')}
        </Text>
        <Button
          variant="light"
          size="sm"
          leftSection={<IconPlayerPlay size={16} />}
          loading={busy}
          disabled={reply?.ok !== true}
          onClick={() => void test()}
        >
          {t('popupForm.testNow')}
        </Button>
      </Group>
      <Text size="sm" role="status" c={problems.length > 0 ? 'red' : 'dimmed'}>
        {problems.length > 0
          ? problems.map((problem) => t(problem.message)).join(' ')
          : opened === draft && t('popupForm.tested')}
      </Text>
    </>
  );
}
