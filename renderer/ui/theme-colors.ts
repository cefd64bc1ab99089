import type { CSSVariablesResolver } from '@mantine/core';
import { chartVariables } from './charts/chart-colors.ts';

/** Colours on their own light background: badges, buttons, the current page. */
const tinted = ['cyan', 'teal', 'green', 'yellow', 'orange', 'red', 'gray'];

/** What is wrong, as text on the page and in a field. */
const wrong = (color: string) => ({
  '--mantine-color-error': color,
  '--mantine-color-red-text': color,
});

/**
 * Where Mantine's own colours are below the contrast of WCAG 2.2: texts below 4.5:1 (grey, red, tinted, placeholders, which say
 * what a filter shows, and values that a company decides), buttons below 3:1 on the page around them.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...chartVariables('light'),
    '--mantine-color-dimmed': '#495057',
    ...wrong('var(--mantine-color-red-9)'),
    '--mantine-color-placeholder': '#5f666d',
    '--mantine-color-disabled-color': '#5f666d',
    '--default-button-border': '#868e96',
    '--light-button-border': 'transparent',
    ...Object.fromEntries(
      tinted.map((color) => [
        `--mantine-color-${color}-light-color`,
        `color-mix(in srgb, var(--mantine-color-${color}-9), black 45%)`,
      ]),
    ),
  },
  dark: {
    ...chartVariables('dark'),
    '--mantine-color-dimmed': '#b8b8b8',
    ...wrong('var(--mantine-color-red-4)'),
    '--mantine-color-placeholder': '#a3a3a3',
    '--mantine-color-disabled-color': '#a3a3a3',
    '--default-button-border': '#7d7d7d',
    '--light-button-border': '#7d7d7d',
    // Between white on them, at 4.5:1, and what is behind them.
    '--mantine-color-cyan-filled': '#0c8297',
    '--mantine-color-red-filled': '#e03131',
  },
});
