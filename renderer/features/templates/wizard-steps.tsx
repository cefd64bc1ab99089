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
import { tokenCategories, tokenChoices } from '../../../shared/templates/token-catalogue.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSay, useTexts } from '../../i18n/use-texts.ts';
import { fieldsOf, type WizardDraft } from './wizard-draft.ts';

interface StepProps {
  readonly draft: WizardDraft;
  readonly onChange: (draft: WizardDraft) => void;
}

/** Name, address, and the template: one that is there, or a new one from a sample. */
export function WizardDetails({ draft, onChange }: StepProps) {
  const texts = useTexts();
  const say = useSay();
  const form = texts.wizard;
  const { config } = useDesk();
  const urlProblem = draft.url === '' ? undefined : webUrlProblem(draft.url);
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label={form.which}
        value={draft.way}
        onChange={(way) => onChange({ ...draft, way: way === 'existing' ? 'existing' : 'create' })}
      >
        <Group>
          <Radio value="create" label={form.create} />
          <Radio value="existing" label={form.existing} disabled={config.templates.length === 0} />
        </Group>
      </Radio.Group>
      <TextInput
        label={form.webhookName}
        required
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={texts.webhooks.url}
        required
        placeholder="https://api.example.com/calls"
        value={draft.url}
        error={urlProblem === undefined ? undefined : say(urlProblem)}
        onChange={(event) => onChange({ ...draft, url: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={form.moment}
        data={[
          { value: 'begin', label: form.begin },
          { value: 'end', label: form.end },
        ]}
        value={draft.moment}
        onChange={(moment) => onChange({ ...draft, moment: moment === 'end' ? 'end' : 'begin' })}
      />
      {draft.way === 'existing' ? (
        <Select
          label={form.which}
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
  const form = useTexts().wizard;
  const say = useSay();
  const fields = fieldsOf(draft);
  return (
    <>
      <Group grow align="flex-end">
        <TextInput
          label={form.templateName}
          required
          value={draft.templateName}
          onChange={(event) => onChange({ ...draft, templateName: event.currentTarget.value })}
        />
        <TextInput
          label={form.templateGroup}
          value={draft.group}
          onChange={(event) => onChange({ ...draft, group: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={form.templateType}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'xml', label: 'XML' },
          ]}
          value={draft.format}
          onChange={(format) => onChange({ ...draft, format: format === 'xml' ? 'xml' : 'json' })}
        />
      </Group>
      <Textarea
        label={form.templateFormat}
        description={form.formatHint}
        required
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={draft.sample}
        error={draft.sample === '' || fields.ok ? undefined : say(fields.problem.message)}
        onChange={(event) => onChange({ ...draft, sample: event.currentTarget.value })}
      />
    </>
  );
}

/** One row a field of the sample, with a searchable list of tokens by category. */
export function WizardMapping({ draft, onChange }: StepProps) {
  const texts = useTexts();
  const say = useSay();
  const form = texts.wizard;
  const fields = fieldsOf(draft);
  if (!fields.ok) return <Text c="red">{say(fields.problem.message)}</Text>;
  if (fields.value.length === 0) return <Text c="dimmed">{form.noFields}</Text>;
  const data = tokenCategories.map((category) => ({
    group: texts.tokenCategories[category],
    items: tokenChoices
      .filter((choice) => choice.category === category)
      .map(({ key, label }) => ({ value: key, label })),
  }));
  return (
    <Stack gap="xs">
      <Text size="sm">{form.mappingHint}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{form.field}</Table.Th>
            <Table.Th>{form.sample}</Table.Th>
            <Table.Th>{form.token}</Table.Th>
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
                  aria-label={`${form.token}: ${path}`}
                  searchable
                  clearable
                  placeholder={form.keep}
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
  const form = useTexts().webhooks;
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
            label={form.header}
            value={header.name}
            onChange={(event) => setAt(index, { name: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            label={form.value}
            value={header.value}
            onChange={(event) => setAt(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            mb={4}
            aria-label={form.removeValue(header.name)}
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
        {form.addHeader}
      </Button>
      <Checkbox.Group
        label={form.success}
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
        aria-label={form.method}
        data={['POST', 'PUT']}
        value={draft.method}
        onChange={(method) => onChange({ ...draft, method: method === 'PUT' ? 'PUT' : 'POST' })}
      />
    </Stack>
  );
}
