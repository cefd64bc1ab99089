import {
  Fieldset,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import {
  callCenterStudioFields,
  callFieldCatalogue,
  type CallFieldName,
} from '../../../shared/model/call-fields.ts';
import { whenEmptySchema } from '../../../shared/model/popup.ts';
import { parameterNameOf, withParameterName } from './popup-draft.ts';
import type { PopupForm } from './popup-form.ts';
import { useText } from '../../i18n/use-text.ts';

/** The 22 call fields: a parameter name typed beside one maps it. */
export function CallDataFields({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <Fieldset legend={t('popupForm.callData')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('popupForm.callDataHint')}
        </Text>
        <SimpleGrid cols={2} spacing="md" verticalSpacing="xs">
          {callCenterStudioFields.map((field) => (
            <CallDataField key={field} field={field} form={form} />
          ))}
        </SimpleGrid>
        <Select
          label={t('popupForm.whenEmpty')}
          maw={360}
          data={whenEmptySchema.options.map((value) => ({ value, label: t(`popupForm.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('popup.whenEmpty')}
        />
      </Stack>
    </Fieldset>
  );
}

function CallDataField({ field, form }: { field: CallFieldName; form: PopupForm }) {
  const t = useText();
  const { popup } = form.values;
  const label = t(`callField.${field}.label`);
  const info = t('popupForm.info', {
    meaning: t(`callField.${field}.meaning`),
    example: callFieldCatalogue[field].example,
  });
  return (
    <Group gap="xs" wrap="nowrap">
      <Tooltip label={info} multiline maw={320}>
        <Group gap={4} w={170} wrap="nowrap" style={{ flexShrink: 0 }}>
          <Text size="sm">{label}</Text>
          <IconInfoCircle size={14} aria-hidden opacity={0.6} />
        </Group>
      </Tooltip>
      <TextInput
        flex={1}
        aria-label={t('popupForm.parameterFor', { label })}
        aria-description={info}
        value={parameterNameOf(popup, field)}
        onChange={(event) =>
          form.setFieldValue('popup', withParameterName(popup, field, event.currentTarget.value))
        }
      />
    </Group>
  );
}
