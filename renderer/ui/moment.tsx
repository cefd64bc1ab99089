import { useLocale } from '../i18n/use-texts.ts';

/** A point in time as people of the language write it; the whole of it on hovering. */
export function Moment({ at }: { at: number }) {
  const locale = useLocale();
  const date = new Date(at);
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
  return (
    <time dateTime={date.toISOString()} title={long.format(date)}>
      {short.format(date)}
    </time>
  );
}
