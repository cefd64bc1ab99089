import { createTheme, Menu, type CSSVariablesResolver } from '@mantine/core';

/** Colours that stand on a light ground of their own: badges, buttons, the chosen page. */
const tinted = ['cyan', 'teal', 'green', 'yellow', 'orange', 'red', 'gray'];

/** Calm and dense: an agent looks here for a second at a time, all day. */
export const theme = createTheme({
  defaultRadius: 'md',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
  primaryColor: 'cyan',
  // The darkest in both schemes: white on a brighter one cannot be read.
  primaryShade: 9,
  autoContrast: true,
  cursorType: 'pointer',
  components: {
    // A menu holds items only: the element Mantine puts in for the first focus is none.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

/** Mantine's own grey and tinted texts are below 4.5:1, also while the pointer is on them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    ...Object.fromEntries(
      tinted.map((color) => [
        `--mantine-color-${color}-light-color`,
        `color-mix(in srgb, var(--mantine-color-${color}-9), black 45%)`,
      ]),
    ),
  },
  dark: { '--mantine-color-dimmed': '#b8b8b8' },
});
