import { Select } from '@mantine/core';
import { formatNamed, formatsFor } from '../../shared/templates/format-choices.ts';
import type { ValueFormat } from '../../shared/templates/format-value.ts';
import { useText } from '../i18n/use-text.ts';

interface FormatSelectProps {
  readonly field: string;
  readonly label: string;
  readonly value: ValueFormat | undefined;
  readonly onChange: (format: ValueFormat | undefined) => void;
}

/** How a value is written: those formats that its field can have. */
export function FormatSelect({ field, label, value, onChange }: FormatSelectProps) {
  const t = useText();
  return (
    <Select
      aria-label={label}
      placeholder={t('format.asIs')}
      clearable
      data={formatsFor(field).map((format) => ({ value: format, label: t(`format.${format}`) }))}
      value={value ?? null}
      onChange={(name) => onChange(formatNamed(name))}
    />
  );
}
