import { Autocomplete, Fieldset, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { callCenterStudioFields } from '../../../shared/model/call-fields.ts';
import { whenEmptySchema } from '../../../shared/model/popup.ts';
import { CallDataField } from './call-data-field.tsx';
import { usesTimeZone } from './popup-draft.ts';
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
