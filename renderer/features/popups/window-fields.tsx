import { Checkbox, Fieldset, Group, NumberInput, Select, Stack } from '@mantine/core';
import type { PopupInput } from '../../../shared/model/popup.ts';
import type { ProblemAt } from './popup-editor.tsx';
import { useText } from '../../i18n/use-text.ts';

interface WindowFieldsProps {
  readonly draft: PopupInput;
  readonly onChange: (draft: PopupInput) => void;
  readonly problemAt: ProblemAt;
}

const targets = ['window', 'reused', 'browser'] as const;
const closings = ['never', 'hangup', 'wrapup', 'after'] as const;
const focuses = ['show', 'raise', 'flash'] as const;

/** Where a popup opens, whether it takes focus, and when it closes automatically. */
export function WindowFields({ draft, onChange, problemAt }: WindowFieldsProps) {
  const t = useText();
  const { window } = draft;
  const set = (patch: Partial<PopupInput['window']>): void =>
    onChange({ ...draft, window: { ...window, ...patch } });
  const setClose = (patch: Partial<PopupInput['window']['close']>): void =>
    set({ close: { ...window.close, ...patch } });
  return (
    <Fieldset legend={t('popupForm.window')}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label={t('popupForm.target')}
            data={targets.map((value) => ({ value, label: t(`popupForm.targets.${value}`) }))}
            value={window.target}
            allowDeselect={false}
            onChange={(value) => set({ target: targets.find((one) => one === value) ?? 'window' })}
          />
          {window.target !== 'browser' &&
            (['width', 'height'] as const).map((name) => (
              <NumberInput
                key={name}
                label={t(`popupForm.${name}`)}
                suffix=" px"
                allowDecimal={false}
                value={window[name]}
                error={problemAt(`window.${name}`)}
                onChange={(value) => set({ [name]: Number(value) })}
              />
            ))}
        </Group>
        {window.target !== 'browser' && (
          <>
            <Group grow align="flex-start">
              <Select
                label={t('popupForm.focus')}
                description={t(`popupForm.focusHints.${window.focus}`)}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                data={focuses.map((value) => ({ value, label: t(`popupForm.focuses.${value}`) }))}
                value={window.focus}
                allowDeselect={false}
                onChange={(value) => set({ focus: focuses.find((one) => one === value) ?? 'show' })}
              />
              <Select
                label={t('popupForm.close')}
                description={t('popupForm.closeHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                data={closings.map((value) => ({ value, label: t(`popupForm.closings.${value}`) }))}
                value={window.close.when}
                allowDeselect={false}
                onChange={(value) =>
                  setClose({ when: closings.find((one) => one === value) ?? 'never' })
                }
              />
              {window.close.when === 'after' && (
                <NumberInput
                  label={t('popupForm.closeSeconds')}
                  suffix=" s"
                  min={1}
                  max={86_400}
                  allowDecimal={false}
                  value={window.close.seconds}
                  error={problemAt('window.close.seconds')}
                  onChange={(value) => setClose({ seconds: Number(value) })}
                />
              )}
            </Group>
            <Checkbox
              label={t('popupForm.closeElsewhere')}
              checked={window.close.elsewhere}
              onChange={(event) => setClose({ elsewhere: event.currentTarget.checked })}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
