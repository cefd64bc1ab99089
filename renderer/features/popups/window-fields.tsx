import { Checkbox, Group, NumberInput, Select } from '@mantine/core';
import { FormSection } from '../../ui/form-section.tsx';
import { sectionId } from './popup-sections.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

const targets = ['window', 'reused', 'browser'] as const;
const closings = ['never', 'hangup', 'wrapup', 'after'] as const;
const focuses = ['show', 'raise', 'flash'] as const;

/** Where a popup opens, whether it takes focus, and when it closes automatically. */
export function WindowFields({ form }: { form: PopupForm }) {
  const t = useText();
  const isOurs = form.values.popup.window.target !== 'browser';
  return (
    <FormSection id={sectionId('window')} title={t('popupForm.window')}>
      <Group align="flex-start">
        <Select
          flex="2 1 250px"
          label={t('popupForm.target')}
          data={targets.map((value) => ({ value, label: t(`popupForm.targets.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('popup.window.target')}
        />
        {isOurs &&
          (['width', 'height'] as const).map((name) => (
            <NumberInput
              key={name}
              flex="1 1 100px"
              label={t(`popupForm.${name}`)}
              suffix=" px"
              allowDecimal={false}
              {...form.getInputProps(`popup.window.${name}`)}
            />
          ))}
      </Group>
      {isOurs && (
        <>
          <FocusAndCloseFields form={form} />
          <Checkbox
            label={t('popupForm.closeElsewhere')}
            {...form.getInputProps('popup.window.close.elsewhere', { type: 'checkbox' })}
          />
        </>
      )}
    </FormSection>
  );
}

function FocusAndCloseFields({ form }: { form: PopupForm }) {
  const t = useText();
  const { window } = form.values.popup;
  return (
    <Group grow align="flex-start">
      <Select
        label={t('popupForm.focus')}
        description={t(`popupForm.focusHints.${window.focus}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={focuses.map((value) => ({ value, label: t(`popupForm.focuses.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('popup.window.focus')}
      />
      <Select
        label={t('popupForm.close')}
        description={t('popupForm.closeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={closings.map((value) => ({ value, label: t(`popupForm.closings.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('popup.window.close.when')}
      />
      {window.close.when === 'after' && (
        <NumberInput
          label={t('popupForm.closeSeconds')}
          suffix=" s"
          min={1}
          max={86_400}
          allowDecimal={false}
          {...form.getInputProps('popup.window.close.seconds')}
        />
      )}
    </Group>
  );
}
