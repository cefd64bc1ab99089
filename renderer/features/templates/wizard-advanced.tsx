import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { successCodeChoices } from '../../../shared/model/webhook.ts';
import type { StepProps } from './wizard-steps.tsx';
import { useText } from '../../i18n/use-text.ts';

/** Headers, success codes and method. */
export function WizardAdvanced({ form }: StepProps) {
  const t = useText();
  const draft = form.values;
  const { headers } = draft;
  return (
    <Stack gap="sm">
      {headers.map((header, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            label={t('webhooks.header')}
            {...form.getInputProps(`headers.${index}.name`)}
          />
          <TextInput
            flex={1}
            label={t('webhooks.value')}
            {...form.getInputProps(`headers.${index}.value`)}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            mb={4}
            aria-label={t('webhooks.removeValue', { name: header.name })}
            onClick={() => form.removeListItem('headers', index)}
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
        onClick={() => form.insertListItem('headers', { name: '', value: '' })}
      >
        {t('webhooks.addHeader')}
      </Button>
      <Checkbox.Group
        label={t('webhooks.success')}
        value={draft.successCodes.map(String)}
        onChange={(values) => form.setFieldValue('successCodes', values.map(Number))}
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
        {...form.getInputProps('method', { withError: false })}
      />
    </Stack>
  );
}
