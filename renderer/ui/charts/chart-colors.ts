/**
 * Colours of charts: from the palette of Masataka Okabe and Kei Ito ("Color Universal Design", 2008), which people with
 * protanopia, deuteranopia and tritanopia can tell apart. Of its eight, those that have 3:1 on the page (WCAG 1.4.11):
 * its blue is too dark on the dark page, where its sky blue takes the place.
 */
export const chartColors = {
  light: { good: '#009e73', open: '#0072b2', bad: '#d55e00' },
  dark: { good: '#009e73', open: '#56b4e9', bad: '#d55e00' },
} as const;

/** What a colour says, whatever the chart: it went well, it is not decided, it went wrong. */
export type ChartColor = keyof (typeof chartColors)['light'];

export const chartColor = (color: ChartColor): string => `var(--chart-${color})`;

/** The variables that `chartColor` names, for one scheme. */
export const chartVariables = (scheme: keyof typeof chartColors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(chartColors[scheme]).map(([name, color]) => [`--chart-${name}`, color]),
  );
