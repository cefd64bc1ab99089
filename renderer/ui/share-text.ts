/** A share as a percentage, rounded down: 100 % means that none is missing. A dash where there is nothing to share. */
export function shareText(part: number, whole: number, locale: string): string {
  if (whole === 0) return '–';
  const share = Math.floor((part / whole) * 1_000) / 1_000;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    share,
  );
}
