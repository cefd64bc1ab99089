import {
  Autocomplete,
  Button,
  Checkbox,
  Code,
  createTheme,
  Menu,
  NumberInput,
  Pill,
  MultiSelect,
  TagsInput,
  Radio,
  Select,
  UnstyledButton,
  type CSSVariablesResolver,
} from '@mantine/core';
import { chartVariables } from './charts/chart-colors.ts';
import { foundOptions, foundOrOtherOptions } from './found-options.ts';

/** Colours on their own light background: badges, buttons, the current page. */
const tinted = ['cyan', 'teal', 'green', 'yellow', 'orange', 'red', 'gray'];

/** Pixels: the least height and width of what is clicked. */
const smallestTarget = 24;
/** Options that a list shows at once; a search finds the others. */
const mostOptions = 200;

/** Calm and dense: an agent looks here for a second at a time, all day. */
export const theme = createTheme({
  defaultRadius: 'md',
  respectReducedMotion: true,
  // Ours, so that a screen is the same on every computer; the system's own for other scripts (Arabic, CJK).
  fontFamily: '"Inter Variable", system-ui, "Segoe UI", "Noto Sans", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, Consolas, monospace',
  primaryColor: 'cyan',
  // The darkest in both schemes: white on a brighter one cannot be read.
  primaryShade: 9,
  autoContrast: true,
  cursorType: 'pointer',
  components: {
    // A menu holds items only: the element Mantine puts in for the first focus is none.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // People check a request character by character, so "//" and "=>" stay two characters.
    Code: Code.extend({ styles: { root: { fontVariantLigatures: 'none' } } }),
    // Large enough for a pointer by themselves, whatever is around them (WCAG 2.5.8).
    UnstyledButton: UnstyledButton.extend({
      styles: { root: { minHeight: smallestTarget, minWidth: smallestTarget } },
    }),
    Button: Button.extend({ styles: { root: { minHeight: smallestTarget } } }),
    MultiSelect: MultiSelect.extend({
      styles: { inputField: { minHeight: smallestTarget } },
      defaultProps: { filter: foundOptions, limit: mostOptions },
    }),
    TagsInput: TagsInput.extend({
      styles: { inputField: { minHeight: smallestTarget } },
      defaultProps: { filter: foundOptions },
    }),
    Select: Select.extend({ defaultProps: { filter: foundOptions, limit: mostOptions } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { filter: foundOrOtherOptions } }),
    Pill: Pill.extend({ vars: () => ({ root: { '--pill-height': `${smallestTarget}px` } }) }),
    Checkbox: Checkbox.extend({
      vars: () => ({ root: { '--checkbox-size': `${smallestTarget}px` } }),
    }),
    Radio: Radio.extend({ vars: () => ({ root: { '--radio-size': `${smallestTarget}px` } }) }),
    // Its two arrows are 17 pixels high; the arrow keys do the same.
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true } }),
  },
});

/** What is wrong, as text on the page and in a field. */
const wrong = (color: string) => ({
  '--mantine-color-error': color,
  '--mantine-color-red-text': color,
});

/** Mantine's own grey, red and tinted texts are below 4.5:1, also while the pointer is on them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...chartVariables('light'),
    '--mantine-color-dimmed': '#495057',
    ...wrong('var(--mantine-color-red-9)'),
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
  },
});
