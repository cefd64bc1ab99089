import { useLocale } from '../i18n/use-text.ts';

interface MomentProps {
  readonly at: number;
  readonly seconds?: boolean;
  /** Where the day is said already. */
  readonly only?: 'time';
}

/** A point in time as people of the language write it, to the minute or second; the whole of it on hovering. */
export function Moment({ at, seconds = false, only }: MomentProps) {
  const locale = useLocale();
  const date = new Date(at);
  const short = new Intl.DateTimeFormat(locale, {
    ...(only === undefined && { dateStyle: 'short' }),
    timeStyle: seconds ? 'medium' : 'short',
  });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
  return (
    <time dateTime={date.toISOString()} title={long.format(date)}>
      {short.format(date)}
    </time>
  );
}
