import { Button, Group, Stack, TextInput } from '@mantine/core';
import { callFieldCatalogue, type CallFieldName } from '../../../shared/model/call-fields.ts';
import { looksLikeValue } from '../../../shared/popup-url/parameter-names.ts';
import { FieldLabel } from '../../ui/field-label.tsx';
import { FormatSelect } from '../../ui/format-select.tsx';
import {
  parameterFormatOf,
  parameterIndexOf,
  parameterNameOf,
  withParameterFormat,
  withParameterName,
} from './popup-draft.ts';
import type { PopupForm } from './popup-form.ts';
import { useText } from '../../i18n/use-text.ts';

interface CallDataFieldProps {
  readonly field: CallFieldName;
  readonly form: PopupForm;
}

/** One call field: a parameter name typed beside it maps it. */
export function CallDataField({ field, form }: CallDataFieldProps) {
  const t = useText();
  const { popup } = form.values;
  const label = t(`callField.${field}.label`);
  const info = t('popupForm.info', {
    meaning: t(`callField.${field}.meaning`),
    example: callFieldCatalogue[field].example,
  });
  const name = parameterNameOf(popup, field);
  const isValue = looksLikeValue(name, field, label);
  const at = `popup.parameters.${parameterIndexOf(popup, field)}.name`;
  const setName = (text: string): void => {
    form.clearFieldError(at);
    form.setFieldValue('popup', withParameterName(popup, field, text));
  };
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <FieldLabel label={label} tip={info} width={170} />
      <Stack flex={1} gap={2}>
        <TextInput
          aria-label={t('popupForm.parameterFor', { label })}
          aria-description={info}
          data-path={at}
          value={name}
          error={form.errors[at]}
          description={isValue && t('popupForm.looksLikeValue', { text: name, label })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {isValue && (
          <Button size="compact-xs" variant="light" w="fit-content" onClick={() => setName(field)}>
            {t('popupForm.useName', { name: field })}
          </Button>
        )}
      </Stack>
      {name !== '' && !isValue && (
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
