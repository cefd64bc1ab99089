import {
  ActionIcon,
  Button,
  Checkbox,
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
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { successCodeChoices } from '../../../shared/model/webhook.ts';
import { webUrlProblem } from '../../../shared/model/definition.ts';
import {
  tokenCategories,
  tokenChoices,
  tokenLabel,
} from '../../../shared/templates/token-catalogue.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { fieldsOf, type WizardDraft } from './wizard-draft.ts';
import { useText } from '../../i18n/use-text.ts';

interface StepProps {
  readonly draft: WizardDraft;
  readonly onChange: (draft: WizardDraft) => void;
}

/** Name, address, and the template: one that is there, or a new one from a sample. */
export function WizardDetails({ draft, onChange }: StepProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const urlProblem = draft.url === '' ? undefined : webUrlProblem(draft.url);
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label={t('wizard.which')}
        value={draft.way}
        onChange={(way) => onChange({ ...draft, way: way === 'existing' ? 'existing' : 'create' })}
      >
        <Group>
          <Radio value="create" label={t('wizard.create')} />
          <Radio
            value="existing"
            label={t('wizard.existing')}
            disabled={config.templates.length === 0}
          />
        </Group>
      </Radio.Group>
      <TextInput
        label={t('wizard.webhookName')}
        required
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('webhooks.url')}
        required
        placeholder="https://api.example.com/calls"
        value={draft.url}
        error={urlProblem === undefined ? undefined : t(urlProblem)}
        onChange={(event) => onChange({ ...draft, url: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={t('wizard.moment')}
        data={[
          { value: 'begin', label: t('wizard.begin') },
          { value: 'end', label: t('wizard.end') },
        ]}
        value={draft.moment}
        onChange={(moment) => onChange({ ...draft, moment: moment === 'end' ? 'end' : 'begin' })}
      />
      {draft.way === 'existing' ? (
        <Select
          label={t('wizard.which')}
          required
          searchable
          data={config.templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.templateId === '' ? null : draft.templateId}
          onChange={(id) => onChange({ ...draft, templateId: id ?? '' })}
        />
      ) : (
        <NewTemplate draft={draft} onChange={onChange} />
      )}
    </Stack>
  );
}

function NewTemplate({ draft, onChange }: StepProps) {
  const t = useText();
  const fields = fieldsOf(draft);
  return (
    <>
      <Group grow align="flex-end">
        <TextInput
          label={t('wizard.templateName')}
          required
          value={draft.templateName}
          onChange={(event) => onChange({ ...draft, templateName: event.currentTarget.value })}
        />
        <TextInput
          label={t('wizard.templateGroup')}
          value={draft.group}
          onChange={(event) => onChange({ ...draft, group: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={t('wizard.templateType')}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'xml', label: 'XML' },
          ]}
          value={draft.format}
          onChange={(format) => onChange({ ...draft, format: format === 'xml' ? 'xml' : 'json' })}
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
        value={draft.sample}
        error={draft.sample === '' || fields.ok ? undefined : t(fields.problem.message)}
        onChange={(event) => onChange({ ...draft, sample: event.currentTarget.value })}
      />
    </>
  );
}

/** One row a field of the sample, with a searchable list of tokens by category. */
export function WizardMapping({ draft, onChange }: StepProps) {
  const t = useText();
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
                    onChange({ ...draft, mapping: key === null ? rest : { ...rest, [path]: key } });
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

/** Headers, success codes and method. */
export function WizardAdvanced({ draft, onChange }: StepProps) {
  const t = useText();
  const { headers } = draft;
  const setAt = (index: number, patch: Partial<(typeof headers)[number]>): void =>
    onChange({
      ...draft,
      headers: headers.map((header, at) => (at === index ? { ...header, ...patch } : header)),
    });
  return (
    <Stack gap="sm">
      {headers.map((header, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            label={t('webhooks.header')}
            value={header.name}
            onChange={(event) => setAt(index, { name: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            label={t('webhooks.value')}
            value={header.value}
            onChange={(event) => setAt(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            mb={4}
            aria-label={t('webhooks.removeValue', { name: header.name })}
            onClick={() => onChange({ ...draft, headers: headers.filter((_, at) => at !== index) })}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="light"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ ...draft, headers: [...headers, { name: '', value: '' }] })}
      >
        {t('webhooks.addHeader')}
      </Button>
      <Checkbox.Group
        label={t('webhooks.success')}
        value={draft.successCodes.map(String)}
        onChange={(values) => onChange({ ...draft, successCodes: values.map(Number) })}
      >
        <Group mt={4}>
          {successCodeChoices.map((code) => (
            <Checkbox key={code} value={String(code)} label={String(code)} />
          ))}
        </Group>
      </Checkbox.Group>
      <SegmentedControl
        w="fit-content"
        aria-label={t('webhooks.method')}
        data={['POST', 'PUT']}
        value={draft.method}
        onChange={(method) => onChange({ ...draft, method: method === 'PUT' ? 'PUT' : 'POST' })}
      />
    </Stack>
  );
}
