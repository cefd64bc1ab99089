import { useEffect, useEffectEvent, type FocusEvent, type KeyboardEvent } from 'react';
import { administrationProcedures } from '../../../shared/contract/administration.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm, type Form } from '../../forms/use-command-form.ts';
import { useNoteSaved } from './saved-note.tsx';

interface SettingForm<V> {
  readonly form: Form<V>;
  /** Saves what changed when the field, or the group of fields, is left, or on Enter. */
  readonly leaving: {
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** Settings that are typed: saved when they are left, with what is wrong below them. */
export function useSettingForm<V extends object>(options: {
  /** What is stored, as the fields show it. */
  readonly values: () => V;
  readonly toInput?: (values: V) => object;
}): SettingForm<V> {
  const { values, toInput } = options;
  const { form, save } = useCommandForm({
    command: useCommand(),
    values,
    schema: administrationProcedures['settings.save'].input,
    send: calls()['settings.save'],
    onSaved: useNoteSaved(),
    ...(toInput && { toInput }),
  });
  const stored = JSON.stringify(values());
  // Changed by the main process, by an import or elsewhere: the fields follow, and keep the cursor.
  const follow = useEffectEvent(() => {
    if (JSON.stringify(form.getValues()) !== stored) form.setValues(values());
  });
  useEffect(() => follow(), [stored]);
  const saveChanged = (): void => {
    if (JSON.stringify(form.getValues()) !== stored) void save();
  };
  const leaving: SettingForm<V>['leaving'] = {
    onBlur({ currentTarget, relatedTarget }) {
      if (!currentTarget.contains(relatedTarget)) saveChanged();
    },
    onKeyDown({ key, target }) {
      if (key === 'Enter' && target instanceof HTMLInputElement) saveChanged();
    },
  };
  return { form, leaving };
}
