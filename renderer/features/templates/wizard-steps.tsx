import {
  Group,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { templateUrlProblem } from '../../../shared/model/template-url.ts';
import {
  tokenCategories,
  tokenChoices,
  tokenLabel,
} from '../../../shared/templates/token-catalogue.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { fieldsOf, type WizardDraft } from './wizard-draft.ts';
import { useText } from '../../i18n/use-text.ts';

type WizardForm = UseFormReturnType<WizardDraft>;

export interface StepProps {
  readonly form: WizardForm;
}

/** Name, address, and the template: one that is there, or a new one from a sample. */
export function WizardDetails({ form }: StepProps) {
  const t = useText();
  const draft = form.values;
  const config = useDesk((desk) => desk.config);
  const urlProblem = draft.url === '' ? undefined : templateUrlProblem(draft.url);
  return (
    <Stack gap="sm">
      <Radio.Group aria-label={t('wizard.which')} {...form.getInputProps('way')}>
        <Group>
          <Radio value="create" label={t('wizard.create')} />
          <Radio
            value="existing"
            label={t('wizard.existing')}
            disabled={config.templates.length === 0}
          />
        </Group>
      </Radio.Group>
      <TextInput label={t('wizard.webhookName')} required {...form.getInputProps('name')} />
      <TextInput
        label={t('webhooks.url')}
        required
        placeholder="https://api.example.com/calls"
        {...form.getInputProps('url')}
        error={urlProblem === undefined ? undefined : t(urlProblem)}
      />
      <SegmentedControl
        aria-label={t('wizard.moment')}
        data={[
          { value: 'begin', label: t('wizard.begin') },
          { value: 'end', label: t('wizard.end') },
        ]}
        {...form.getInputProps('moment', { withError: false })}
      />
      {draft.way === 'existing' ? (
        <Select
          label={t('wizard.which')}
          required
          searchable
          data={config.templates.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('templateId')}
          value={draft.templateId === '' ? null : draft.templateId}
          onChange={(id: string | null) => form.setFieldValue('templateId', id ?? '')}
        />
      ) : (
        <NewTemplate form={form} />
      )}
    </Stack>
  );
}

function NewTemplate({ form }: StepProps) {
  const t = useText();
  const draft = form.values;
  const fields = fieldsOf(draft);
  return (
    <>
      <Group grow align="flex-end">
        <TextInput
          label={t('wizard.templateName')}
          required
          {...form.getInputProps('templateName')}
        />
        <TextInput label={t('wizard.templateGroup')} {...form.getInputProps('group')} />
        <SegmentedControl
          aria-label={t('wizard.templateType')}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'xml', label: 'XML' },
          ]}
          {...form.getInputProps('format', { withError: false })}
        />
      </Group>
      <Textarea
        label={t('wizard.templateFormat')}
        description={t('wizard.formatHint')}
        required
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        {...form.getInputProps('sample')}
        error={draft.sample === '' || fields.ok ? undefined : t(fields.problem.message)}
      />
    </>
  );
}

/** One row a field of the sample, with a searchable list of tokens by category. */
export function WizardMapping({ form }: StepProps) {
  const t = useText();
  const draft = form.values;
  const fields = fieldsOf(draft);
  if (!fields.ok) return <Text c="red">{t(fields.problem.message)}</Text>;
  if (fields.value.length === 0) return <Text c="dimmed">{t('wizard.noFields')}</Text>;
  const data = tokenCategories.map((category) => ({
    group: t(`tokenCategories.${category}`),
    items: tokenChoices
      .filter((choice) => choice.category === category)
      .map((choice) => ({ value: choice.key, label: tokenLabel(choice, t) })),
  }));
  return (
    <Stack gap="xs">
      <Text size="sm">{t('wizard.mappingHint')}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('wizard.field')}</Table.Th>
            <Table.Th>{t('wizard.sample')}</Table.Th>
            <Table.Th>{t('wizard.token')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.value.map(({ path, sample }) => (
            <Table.Tr key={path}>
              <Table.Td>{path}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed" lineClamp={1} maw={160}>
                  {sample}
                </Text>
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${t('wizard.token')}: ${path}`}
                  searchable
                  clearable
                  placeholder={t('wizard.keep')}
                  maxDropdownHeight={320}
                  data={data}
                  value={draft.mapping[path] ?? null}
                  onChange={(key) => {
                    const { [path]: _before, ...rest } = draft.mapping;
                    form.setFieldValue('mapping', key === null ? rest : { ...rest, [path]: key });
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
