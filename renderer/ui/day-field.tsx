import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/nl';
import 'dayjs/locale/tr';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import localizedFormat from 'dayjs/plugin/localizedFormat';
import { useText } from '../i18n/use-text.ts';
import { dayLocale } from './day-locale.ts';

dayjs.extend(localizedFormat);
dayjs.extend(customParseFormat);

/** The language's short form, such as 14-03-2026. */
const short = 'L';

function readDay(text: string, locale: string): string | null {
  const day = dayjs(text, short, locale);
  return day.isValid() ? day.format('YYYY-MM-DD') : null;
}

interface DayFieldProps {
  readonly label: string;
  /** `2026-03-14`; empty where no day is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, written and picked as the language does it. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const t = useText();
  const locale = dayLocale(t.locale);
  return (
    <DateInput
      w={150}
      aria-label={label}
      placeholder={label}
      leftSection={<IconCalendar size={16} aria-hidden />}
      clearable
      clearButtonProps={{ 'aria-label': t('list.clearDay') }}
      locale={locale}
      valueFormat={short}
      dateParser={(text) => readDay(text, locale)}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}
