import { Menu, clipboard, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { ContextMenuParams } from 'electron';
import { historyOf } from '../runtime.ts';

export interface PageActions {
  readonly find: () => void;
  readonly reload: () => void;
  readonly zoom: (step: -1 | 0 | 1) => void;
  readonly openInBrowser: (url: string) => void;
}

/** What people expect under the right mouse button of a page. */
export function installContextMenu(window: BrowserWindow, actions: PageActions): void {
  window.webContents.on('context-menu', (_event, params) => {
    const groups = [
      spelling(window, params),
      editing(params),
      link(params, actions),
      navigation(window, actions),
      page(window, actions),
    ];
    const template = groups
      .filter((group) => group.length > 0)
      .flatMap((group, index) =>
        index === 0 ? group : [{ type: 'separator' as const }, ...group],
      );
    Menu.buildFromTemplate(template).popup({ window });
  });
}

function spelling(window: BrowserWindow, params: ContextMenuParams): MenuItemConstructorOptions[] {
  if (params.misspelledWord === '') return [];
  const { webContents } = window;
  const suggestions = params.dictionarySuggestions.slice(0, 5).map((word) => ({
    label: word,
    click: () => webContents.replaceMisspelling(word),
  }));
  return [
    ...suggestions,
    {
      label: 'Add to dictionary',
      click: () => webContents.session.addWordToSpellCheckerDictionary(params.misspelledWord),
    },
  ];
}

function editing(params: ContextMenuParams): MenuItemConstructorOptions[] {
  const { canCut, canCopy, canPaste } = params.editFlags;
  if (params.isEditable) {
    return [
      { role: 'cut', enabled: canCut },
      { role: 'copy', enabled: canCopy },
      { role: 'paste', enabled: canPaste },
      { role: 'selectAll' },
    ];
  }
  return params.selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}

function link(params: ContextMenuParams, actions: PageActions): MenuItemConstructorOptions[] {
  if (params.linkURL === '') return [];
  return [
    { label: 'Open link in browser', click: () => actions.openInBrowser(params.linkURL) },
    {
      label: 'Copy link',
      click() {
        void clipboard.writeText(params.linkURL);
      },
    },
  ];
}

function navigation(
  { webContents }: BrowserWindow,
  actions: PageActions,
): MenuItemConstructorOptions[] {
  const history = historyOf(webContents);
  return [
    { label: 'Back', enabled: history.canGoBack(), click: () => history.goBack() },
    { label: 'Forward', enabled: history.canGoForward(), click: () => history.goForward() },
    { label: 'Reload', accelerator: 'F5', click: actions.reload },
  ];
}

function page({ webContents }: BrowserWindow, actions: PageActions): MenuItemConstructorOptions[] {
  return [
    { label: 'Find…', accelerator: 'CmdOrCtrl+F', click: actions.find },
    {
      label: 'Zoom',
      submenu: [
        { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoom(1) },
        { label: 'Smaller', accelerator: 'CmdOrCtrl+-', click: () => actions.zoom(-1) },
        { label: 'Normal size', accelerator: 'CmdOrCtrl+0', click: () => actions.zoom(0) },
      ],
    },
    { label: 'Print…', accelerator: 'CmdOrCtrl+P', click: () => webContents.print() },
  ];
}
