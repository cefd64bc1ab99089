import {
  Menu,
  clipboard,
  type BrowserWindow,
  type MenuItemConstructorOptions,
  type ContextMenuParams,
} from 'electron';
import type { Translate } from '../../../shared/text/translate.ts';

export interface PageActions {
  readonly find: () => void;
  readonly reload: () => void;
  readonly zoom: (step: -1 | 0 | 1) => void;
  readonly openInBrowser: (url: string) => void;
}

/** What people expect under the right mouse button of a page. */
export function installContextMenu(
  window: BrowserWindow,
  actions: PageActions,
  language: () => Translate,
): void {
  window.webContents.on('context-menu', (_event, params) => {
    const t = language();
    const groups = [
      spelling(window, params, t),
      editing(params, t),
      link(params, actions, t),
      navigation(window, actions, t),
      page(window, actions, t),
    ];
    const template = groups
      .filter((group) => group.length > 0)
      .flatMap((group, index) =>
        index === 0 ? group : [{ type: 'separator' as const }, ...group],
      );
    Menu.buildFromTemplate(template).popup({ window });
  });
}

function spelling(
  window: BrowserWindow,
  params: ContextMenuParams,
  t: Translate,
): MenuItemConstructorOptions[] {
  if (params.misspelledWord === '') return [];
  const { webContents } = window;
  const suggestions = params.dictionarySuggestions.slice(0, 5).map((word) => ({
    label: word,
    click: () => webContents.replaceMisspelling(word),
  }));
  return [
    ...suggestions,
    {
      label: t('shell.menu.addToDictionary'),
      click: () => webContents.session.addWordToSpellCheckerDictionary(params.misspelledWord),
    },
  ];
}

function editing(params: ContextMenuParams, t: Translate): MenuItemConstructorOptions[] {
  const { canCut, canCopy, canPaste } = params.editFlags;
  if (params.isEditable) {
    return [
      { role: 'cut', label: t('shell.menu.cut'), enabled: canCut },
      { role: 'copy', label: t('shell.menu.copy'), enabled: canCopy },
      { role: 'paste', label: t('shell.menu.paste'), enabled: canPaste },
      { role: 'selectAll', label: t('shell.menu.selectAll') },
    ];
  }
  return params.selectionText.trim() === '' ? [] : [{ role: 'copy', label: t('shell.menu.copy') }];
}

function link(
  params: ContextMenuParams,
  actions: PageActions,
  t: Translate,
): MenuItemConstructorOptions[] {
  if (params.linkURL === '') return [];
  return [
    { label: t('shell.menu.openLink'), click: () => actions.openInBrowser(params.linkURL) },
    {
      label: t('shell.menu.copyLink'),
      click() {
        void clipboard.writeText(params.linkURL);
      },
    },
  ];
}

function navigation(
  { webContents }: BrowserWindow,
  actions: PageActions,
  t: Translate,
): MenuItemConstructorOptions[] {
  const history = webContents.navigationHistory;
  return [
    { label: t('shell.menu.back'), enabled: history.canGoBack(), click: () => history.goBack() },
    {
      label: t('shell.menu.forward'),
      enabled: history.canGoForward(),
      click: () => history.goForward(),
    },
    { label: t('shell.menu.reload'), accelerator: 'F5', click: actions.reload },
  ];
}

function page(
  { webContents }: BrowserWindow,
  actions: PageActions,
  t: Translate,
): MenuItemConstructorOptions[] {
  return [
    { label: t('shell.menu.find'), accelerator: 'CmdOrCtrl+F', click: actions.find },
    {
      label: t('shell.menu.zoom'),
      submenu: [
        {
          label: t('shell.menu.larger'),
          accelerator: 'CmdOrCtrl+Plus',
          click: () => actions.zoom(1),
        },
        {
          label: t('shell.menu.smaller'),
          accelerator: 'CmdOrCtrl+-',
          click: () => actions.zoom(-1),
        },
        {
          label: t('shell.menu.normalSize'),
          accelerator: 'CmdOrCtrl+0',
          click: () => actions.zoom(0),
        },
      ],
    },
    { label: t('shell.menu.print'), accelerator: 'CmdOrCtrl+P', click: () => webContents.print() },
  ];
}
