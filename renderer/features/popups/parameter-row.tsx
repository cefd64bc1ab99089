import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { callFieldCatalogue, isCallFieldName } from '../../../shared/model/call-fields.ts';
import type { Parameter } from '../../../shared/model/popup.ts';
import { looksLikeValue } from '../../../shared/popup-url/parameter-names.ts';
import { FormatSelect } from '../../ui/format-select.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './parameter-fields.module.css';
import type { ParameterRowProps } from './parameter-row-props.ts';
import { ParameterValue } from './parameter-value.tsx';
import { withFormat } from './popup-draft.ts';

const list = 'popup.parameters';

/** A value of the call, how it is written, and the name under which the page gets it. */
export function ParameterRow(props: ParameterRowProps) {
  const { form, parameter, index } = props;
  const t = useText();
  const label = useLabel(parameter) ?? parameter.name;
  return (
    <li className={classes['row']}>
      <ParameterValue {...props} />
      <IconArrowRight size={18} aria-hidden className={classes['arrow'] ?? ''} />
      <NameField {...props} />
      {'field' in parameter && (
        <div className={classes['format']}>
          <FormatSelect
            field={parameter.field}
            label={t('popupForm.formatFor', { label })}
            value={parameter.format}
            onChange={(format) => form.replaceListItem(list, index, withFormat(parameter, format))}
          />
        </div>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        mt={4}
        className={classes['remove'] ?? ''}
        aria-label={t('popupForm.remove', { name: parameter.name })}
        onClick={() => form.removeListItem(list, index)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </li>
  );
}

/** What people call the field; undefined for a text and for a field outside the catalogue. */
function useLabel(parameter: Parameter): string | undefined {
  const t = useText();
  return 'field' in parameter && isCallFieldName(parameter.field)
    ? t(`callField.${parameter.field}.label`)
    : undefined;
}

function NameField({ form, parameter, index, isAdded }: ParameterRowProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const field = 'field' in parameter && isCallFieldName(parameter.field) && parameter.field;
  const label = useLabel(parameter);
  const info = field && {
    'aria-label': t('popupForm.parameterFor', { label: label ?? '' }),
    'aria-description': t('popupForm.info', {
      meaning: t(`callField.${field}.meaning`),
      example: callFieldCatalogue[field].example,
    }),
  };
  const isValue = field && looksLikeValue(parameter.name, field, label ?? '');
  useEffect(() => {
    if (!isAdded) return;
    input.current?.focus();
    input.current?.select();
  }, [isAdded]);
  return (
    <div className={classes['name']}>
      <TextInput
        ref={input}
        aria-label={t('popupForm.extraName')}
        placeholder={t('popupForm.extraName')}
        description={
          isValue && t('popupForm.looksLikeValue', { text: parameter.name, label: label ?? '' })
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        spellCheck={false}
        {...info}
        {...form.getInputProps(`${list}.${index}.name`)}
      />
      {isValue && (
        <Button
          size="compact-xs"
          variant="light"
          mt={4}
          onClick={() => form.setFieldValue(`${list}.${index}.name`, field)}
        >
          {t('popupForm.useName', { name: field })}
        </Button>
      )}
    </div>
  );
}
