/**
 * Schemes of links that open this app. The installers declare the same: `protocols` in
 * build/electron-builder.config.cjs (a test compares them), and build/installer.nsh for Windows.
 */
export const linkSchemes = ['ringcue', 'tel', 'callto'] as const;
