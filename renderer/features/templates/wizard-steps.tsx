import {
  Autocomplete,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { templateUrlProblem } from '../../../shared/model/template-url.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { AgentChoice } from '../../ui/agent-choice.tsx';
import { CampaignsField, PressedKeysField } from '../../ui/call-filter-field.tsx';
import { NumbersField } from '../../ui/numbers-field.tsx';
import { knownGroups, knownTags, templateOptions } from './template-groups.ts';
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
      <TextInput label={t('wizard.webhookName')} required {...form.getInputProps('name')} />
      <TextInput
        label={t('webhooks.url')}
        required
        placeholder="https://api.example.com/calls"
        {...form.getInputProps('url')}
        error={urlProblem === undefined ? undefined : t(urlProblem)}
      />
      <Input.Wrapper label={t('wizard.moment')} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={t('wizard.moment')}
            data={[
              { value: 'begin', label: t('wizard.begin') },
              { value: 'end', label: t('wizard.end') },
            ]}
            {...form.getInputProps('moment', { withError: false })}
          />
        </div>
      </Input.Wrapper>
      <Group grow align="flex-start">
        <NumbersField form={form} at="calledNumbers" label={t('webhooks.numbers')} />
        <CampaignsField form={form} at="campaigns" />
        <PressedKeysField form={form} at="pressedKeys" />
      </Group>
      <AgentChoice
        form={form}
        at="which"
        agent={draft.which.agent}
        when={{ moment: draft.moment }}
      />
      <TagsInput
        label={t('webhooks.tags')}
        description={t('webhooks.tagsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={knownTags(config.webhooks)}
        {...form.getInputProps('tags')}
      />
      {draft.way === 'existing' ? (
        <Select
          label={t('wizard.which')}
          required
          searchable
          data={templateOptions(config.templates, t)}
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
  const groups = knownGroups(useDesk((desk) => desk.config));
  return (
    <>
      <Group grow align="flex-end">
        <TextInput
          label={t('wizard.templateName')}
          required
          {...form.getInputProps('templateName')}
        />
        <Autocomplete
          label={t('wizard.templateGroup')}
          data={groups}
          {...form.getInputProps('group')}
        />
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
