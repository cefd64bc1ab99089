import { Fieldset, Group, NumberInput, Select } from '@mantine/core';
import type { PopupInput } from '../../../shared/model/popup.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { ProblemAt } from './popup-editor.tsx';

interface WindowFieldsProps {
  readonly draft: PopupInput;
  readonly onChange: (draft: PopupInput) => void;
  readonly problemAt: ProblemAt;
}

export function WindowFields({ draft, onChange, problemAt }: WindowFieldsProps) {
  const form = useTexts().popupForm;
  const set = (patch: Partial<PopupInput['window']>): void =>
    onChange({ ...draft, window: { ...draft.window, ...patch } });
  return (
    <Fieldset legend={form.window}>
      <Group grow align="flex-start">
        <Select
          label={form.target}
          data={[
            { value: 'window', label: form.targets.window },
            { value: 'browser', label: form.targets.browser },
          ]}
          value={draft.window.target}
          allowDeselect={false}
          onChange={(value) => set({ target: value === 'browser' ? 'browser' : 'window' })}
        />
        {draft.window.target === 'window' &&
          (['width', 'height'] as const).map((name) => (
            <NumberInput
              key={name}
              label={form[name]}
              suffix=" px"
              allowDecimal={false}
              value={draft.window[name]}
              error={problemAt(`window.${name}`)}
              onChange={(value) => set({ [name]: Number(value) })}
            />
          ))}
      </Group>
    </Fieldset>
  );
}
