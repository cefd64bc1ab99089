import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  Code,
  createTheme,
  Input,
  Menu,
  NumberInput,
  Pill,
  MultiSelect,
  TagsInput,
  Radio,
  Select,
  UnstyledButton,
} from '@mantine/core';
import { foundOptions, foundOrOtherOptions } from './found-options.ts';

/** Pixels: the least height and width of what is clicked. */
const smallestTarget = 24;
/** Options that a list shows at once; a search finds the others. */
const mostOptions = 200;

/** The line around a button whose background alone does not tell it from the page. */
const borderOf = (variant: string | undefined): string | undefined =>
  variant === 'default' || variant === 'light'
    ? `1px solid var(--${variant}-button-border)`
    : undefined;

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
    Button: Button.extend({
      styles: { root: { minHeight: smallestTarget } },
      vars: (_theme, { variant }) => ({ root: { '--button-bd': borderOf(variant) } }),
    }),
    // A value that a company decides is there to be read: its colour alone says that it is fixed.
    Input: Input.extend({ styles: { input: { opacity: 1 } } }),
    ActionIcon: ActionIcon.extend({
      vars: (_theme, { variant }) => ({ root: { '--ai-bd': borderOf(variant) } }),
    }),
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
