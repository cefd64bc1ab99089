import {
  Autocomplete,
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
import { FormatSelect } from '../../ui/format-select.tsx';
import {
  parameterFormatOf,
  parameterNameOf,
  usesTimeZone,
  withParameterFormat,
  withParameterName,
} from './popup-draft.ts';
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
        {usesTimeZone(form.values.popup) && <TimeZoneField form={form} />}
      </Stack>
    </Fieldset>
  );
}

function TimeZoneField({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <Autocomplete
      label={t('webhooks.zone')}
      description={t('popupForm.timeZoneHint')}
      placeholder="UTC"
      maw={360}
      data={['UTC', 'Europe/Amsterdam', 'Europe/Istanbul', 'America/New_York']}
      {...form.getInputProps('popup.timeZone', { empty: '' })}
    />
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
      {parameterNameOf(popup, field) !== '' && (
        <FormatSelect
          field={field}
          label={t('popupForm.formatFor', { label })}
          value={parameterFormatOf(popup, field)}
          onChange={(format) =>
            form.setFieldValue('popup', withParameterFormat(popup, field, format))
          }
        />
      )}
    </Group>
  );
}
