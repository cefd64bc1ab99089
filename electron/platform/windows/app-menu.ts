import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * macOS needs a menu for copy, paste and quit to work at all. Elsewhere windows have none: their keys
 * are handled by the pages and by the popups themselves.
 */
export function installAppMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const template: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
