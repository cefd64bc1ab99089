import { Code, Stack, Table, Text } from '@mantine/core';
import type { Template } from '../../../shared/model/template.ts';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';
import { RequestPreview } from '../../ui/request-preview.tsx';
import type { WizardDraft } from './wizard-draft.ts';

interface WizardSummaryProps {
  readonly draft: WizardDraft;
  readonly template: Template;
}

/** All that was entered, and the request of a call. */
export function WizardSummary({ draft, template }: WizardSummaryProps) {
  const t = useText();
  return (
    <Stack gap="sm">
      <Entered draft={draft} template={template} />
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

function Entered({ draft, template }: WizardSummaryProps) {
  const t = useText();
  const { name, url, method, moment, headers, successCode } = draft;
  const rows: readonly (readonly [label: string, values: readonly string[]])[] = [
    [t('wizard.webhookName'), [name]],
    [t('webhooks.url'), [`${method} ${url}`]],
    [t('wizard.moment'), [t(`wizard.${moment}`)]],
    [t('webhooks.numbers'), draft.calledNumbers],
    [t('rules.campaigns'), draft.campaigns],
    [t('rules.pressedKeys'), draft.pressedKeys],
    [t('rules.agent'), [t(`rules.agentIs.${draft.which.agent}`)]],
    [t('webhooks.tags'), draft.tags],
    [t('wizard.which'), [template.name]],
    [
      t('wizard.templateGroup'),
      [template.group === '' ? t('templates.everybody') : template.group],
    ],
    [t('webhooks.headers'), headers.map((header) => `${header.name}: ${header.value}`)],
    [t('wizard.successCode'), [String(successCode)]],
  ];
  return (
    <Table variant="vertical" withTableBorder>
      <Table.Tbody>
        {rows.map(([label, values]) => (
          <Table.Tr key={label}>
            <Table.Th w={180}>{label}</Table.Th>
            <Table.Td>
              {values.length === 0
                ? '–'
                : values.map((value, index) => (
                    <Text key={index} size="sm" style={{ overflowWrap: 'anywhere' }}>
                      {value}
                    </Text>
                  ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
