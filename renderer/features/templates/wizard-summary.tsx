import { Code, Stack, Text } from '@mantine/core';
import type { Template } from '../../../shared/model/template.ts';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';
import { RequestPreview } from '../../ui/request-preview.tsx';
import type { WizardDraft } from './wizard-draft.ts';

interface WizardSummaryProps {
  readonly draft: WizardDraft;
  readonly template: Template;
}

/** What the webhook will do, and the request of a call. */
export function WizardSummary({ draft, template }: WizardSummaryProps) {
  const t = useText();
  return (
    <Stack gap="sm">
      <Text>
        {draft.method} {draft.url}
      </Text>
      <Text size="sm" c="dimmed">
        {t('wizard.summaryLine', {
          moment: t(`wizard.${draft.moment}`),
          template: template.name,
          codes: draft.successCodes.join(', '),
        })}
      </Text>
      <Code block style={{ whiteSpace: 'pre-wrap' }}>
        {template.text}
      </Code>
      <RequestPreview
        of={JSON.stringify([template.format, template.text])}
        title={t('wizard.sends')}
        load={async (call) => {
          const reply = await calls()['template.preview']({ template, call });
          return reply.ok ? { ok: true, value: reply.value.body } : reply;
        }}
      />
    </Stack>
  );
}
