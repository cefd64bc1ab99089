/** The calendar's name of a locale: of English it knows the American order and, with Monday first, the British. */
export function dayLocale(locale: string): string {
  const [language = 'en', region] = locale.toLowerCase().split('-');
  if (language !== 'en') return language;
  return region === undefined || region === 'us' ? 'en' : 'en-gb';
}
