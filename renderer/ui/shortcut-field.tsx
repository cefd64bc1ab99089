import { Button, Group, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useText } from '../i18n/use-text.ts';
import { acceleratorOf, shownAccelerator } from './accelerator.ts';
import { isMac } from './is-mac.ts';

interface ShortcutFieldProps {
  readonly label: string;
  readonly description: string | undefined;
  readonly disabled: boolean;
  /** As Electron writes it; empty: none. */
  readonly value: string;
  readonly onSave: (accelerator: string) => void;
}

/** A shortcut of the whole system: pressed instead of written. */
export function ShortcutField({ label, description, disabled, value, onSave }: ShortcutFieldProps) {
  const t = useText();
  const [records, setRecords] = useState(false);
  const save = (accelerator: string): void => {
    setRecords(false);
    onSave(accelerator);
  };
  const press = (event: KeyboardEvent): void => {
    if (!records || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') setRecords(false);
    const accelerator = acceleratorOf(event, isMac);
    if (accelerator !== undefined) save(accelerator);
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap" maw={520}>
      <TextInput
        flex={1}
        readOnly
        label={label}
        description={description}
        disabled={disabled}
        value={records ? t('shortcut.press') : shownAccelerator(value, isMac)}
        placeholder={t('shortcut.none')}
        onKeyDown={press}
        onBlur={() => setRecords(false)}
        onClick={() => setRecords(!disabled)}
      />
      {value !== '' && !disabled && (
        <Button variant="default" onClick={() => save('')}>
          {t('shortcut.clear')}
        </Button>
      )}
      <Button
        variant="default"
        disabled={disabled}
        // The field keeps the keys: a click would take them away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.currentTarget.parentElement?.querySelector('input')?.focus();
          setRecords(true);
        }}
      >
        {t('shortcut.record')}
      </Button>
    </Group>
  );
}
