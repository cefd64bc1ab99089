import { Fieldset, MultiSelect } from '@mantine/core';
import type { Hook, Step } from '../../../shared/model/hook.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useTexts } from '../../i18n/use-texts.ts';

interface HookActionsProps {
  readonly hook: Hook;
  readonly problem: string | undefined;
  readonly onChange: (actions: Step[]) => void;
}

/** Which popups open, in this order. */
export function HookActions({ hook, problem, onChange }: HookActionsProps) {
  const form = useTexts().hooks;
  const { config } = useDesk();
  return (
    <Fieldset legend={form.actions}>
      <MultiSelect
        label={form.popups}
        required
        searchable
        nothingFoundMessage={form.noPopupFound}
        data={config.popups.map(({ id, name }) => ({ value: id, label: name }))}
        value={hook.actions.map((step) => step.popup)}
        error={problem}
        onChange={(ids) => onChange(ids.map((popup) => ({ do: 'popup', popup })))}
      />
    </Fieldset>
  );
}
