import { Autocomplete, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { whenEmptySchema } from '../../../shared/model/popup.ts';
import { FormSection } from '../../ui/form-section.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AddFieldMenu } from './add-field-menu.tsx';
import { AddTextButton } from './add-text-button.tsx';
import { ParameterRow } from './parameter-row.tsx';
import classes from './parameter-fields.module.css';
import { usesTimeZone } from './popup-draft.ts';
import type { PopupForm } from './popup-form.ts';
import { sectionId } from './popup-sections.ts';

interface ParameterFieldsProps {
  readonly form: PopupForm;
  /** What the parameters carry for the call of the preview, by their names. */
  readonly values: ReadonlyMap<string, string>;
}

/** What the page gets of the call: a value, and the URL parameter that carries it. */
export function ParameterFields({ form, values }: ParameterFieldsProps) {
  const t = useText();
  const { popup } = form.values;
  const { parameters } = popup;
  const [added, setAdded] = useState<number>();
  const addedAt = (): void => setAdded(parameters.length);
  return (
    <FormSection
      id={sectionId('data')}
      title={t('popupForm.callData')}
      hint={t('popupForm.callDataHint')}
    >
      <div className={classes['table']}>
        {parameters.length === 0 ? (
          <Text size="sm" c="dimmed" className={classes['empty'] ?? ''}>
            {t('popupForm.noParameters')}
          </Text>
        ) : (
          <ul className={classes['rows']}>
            {parameters.map((parameter, index) => (
              // A row that goes moves those behind it: they begin anew, with what is theirs.
              <ParameterRow
                key={`${parameters.length} ${index}`}
                form={form}
                parameter={parameter}
                index={index}
                value={values.get(parameter.name)}
                isAdded={index === added && index === parameters.length - 1}
              />
            ))}
          </ul>
        )}
      </div>
      <Group gap="xs">
        <AddFieldMenu form={form} onAdded={addedAt} />
        <AddTextButton form={form} />
      </Group>
      <Select
        label={t('popupForm.whenEmpty')}
        maw={360}
        data={whenEmptySchema.options.map((value) => ({ value, label: t(`popupForm.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('popup.whenEmpty')}
      />
      {usesTimeZone(popup) && <TimeZoneField form={form} />}
    </FormSection>
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
