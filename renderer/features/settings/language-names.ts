/** In their own words: who reads no Turkish must still find the way out of it. */
export const languageNames = { en: 'English', tr: 'Türkçe', nl: 'Nederlands' } as const;
