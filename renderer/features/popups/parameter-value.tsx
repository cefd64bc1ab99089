import { Autocomplete, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import {
  callFieldCatalogue,
  callFieldNames,
  isCallFieldName,
} from '../../../shared/model/call-fields.ts';
import { TokenField } from '../../ui/token-field.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './parameter-fields.module.css';
import type { ParameterRowProps } from './parameter-row-props.ts';

/** What a parameter carries: a field of the catalogue, another one that is typed, or a text. */
export function ParameterValue({ form, parameter, index, value }: ParameterRowProps) {
  const t = useText();
  const at = `popup.parameters.${index}`;
  const known =
    'field' in parameter && isCallFieldName(parameter.field) ? parameter.field : undefined;
  // While a field is typed it may have the name of another for a moment.
  const [isTyped] = useState(known === undefined);
  return (
    <div className={classes['value']}>
      {'text' in parameter ? (
        <TokenField ariaLabel={t('popupForm.extraText')} {...form.getInputProps(`${at}.text`)} />
      ) : isTyped ? (
        <Autocomplete
          aria-label={t('popupForm.extraField')}
          placeholder={t('popupForm.fieldPlaceholder')}
          data={callFieldNames}
          {...form.getInputProps(`${at}.field`)}
        />
      ) : (
        known !== undefined && (
          <>
            <Tooltip
              label={t(`callField.${known}.meaning`)}
              multiline
              maw={320}
              position="top-start"
            >
              <Text size="sm" fw={500} truncate>
                {t(`callField.${known}.label`)}
              </Text>
            </Tooltip>
            <Text size="xs" c="dimmed" className={classes['example'] ?? ''}>
              {value ?? callFieldCatalogue[known].example}
            </Text>
          </>
        )
      )}
    </div>
  );
}
