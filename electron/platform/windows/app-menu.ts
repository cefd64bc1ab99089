import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Only macOS needs a menu: elsewhere the pages and the popups handle their keys. Call this before the app is ready;
 * later, Electron has already spent 10 ms on a default menu.
 */
export function dropDefaultMenu(): void {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
}

/** On macOS copy, paste and quit work only with a menu. */
export function installAppMenu(): void {
  if (process.platform !== 'darwin') return;
  const template: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
