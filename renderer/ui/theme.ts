import { createTheme } from '@mantine/core';

/** Calm and dense: an agent looks here for a second at a time, all day. */
export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: { light: 9, dark: 4 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
