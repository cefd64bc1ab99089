import { Menu, clipboard, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { ContextMenuParams } from 'electron';
import type { NativeTexts } from '../../../shared/i18n/native-texts.ts';

type MenuTexts = NativeTexts['menu'];

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
  texts: () => MenuTexts,
): void {
  window.webContents.on('context-menu', (_event, params) => {
    const named = texts();
    const groups = [
      spelling(window, params, named),
      editing(params, named),
      link(params, actions, named),
      navigation(window, actions, named),
      page(window, actions, named),
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
  texts: MenuTexts,
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
      label: texts.addToDictionary,
      click: () => webContents.session.addWordToSpellCheckerDictionary(params.misspelledWord),
    },
  ];
}

function editing(params: ContextMenuParams, texts: MenuTexts): MenuItemConstructorOptions[] {
  const { canCut, canCopy, canPaste } = params.editFlags;
  if (params.isEditable) {
    return [
      { role: 'cut', label: texts.cut, enabled: canCut },
      { role: 'copy', label: texts.copy, enabled: canCopy },
      { role: 'paste', label: texts.paste, enabled: canPaste },
      { role: 'selectAll', label: texts.selectAll },
    ];
  }
  return params.selectionText.trim() === '' ? [] : [{ role: 'copy', label: texts.copy }];
}

function link(
  params: ContextMenuParams,
  actions: PageActions,
  texts: MenuTexts,
): MenuItemConstructorOptions[] {
  if (params.linkURL === '') return [];
  return [
    { label: texts.openLink, click: () => actions.openInBrowser(params.linkURL) },
    {
      label: texts.copyLink,
      click() {
        void clipboard.writeText(params.linkURL);
      },
    },
  ];
}

function navigation(
  { webContents }: BrowserWindow,
  actions: PageActions,
  texts: MenuTexts,
): MenuItemConstructorOptions[] {
  const history = webContents.navigationHistory;
  return [
    { label: texts.back, enabled: history.canGoBack(), click: () => history.goBack() },
    { label: texts.forward, enabled: history.canGoForward(), click: () => history.goForward() },
    { label: texts.reload, accelerator: 'F5', click: actions.reload },
  ];
}

function page(
  { webContents }: BrowserWindow,
  actions: PageActions,
  texts: MenuTexts,
): MenuItemConstructorOptions[] {
  return [
    { label: texts.find, accelerator: 'CmdOrCtrl+F', click: actions.find },
    {
      label: texts.zoom,
      submenu: [
        { label: texts.larger, accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoom(1) },
        { label: texts.smaller, accelerator: 'CmdOrCtrl+-', click: () => actions.zoom(-1) },
        { label: texts.normalSize, accelerator: 'CmdOrCtrl+0', click: () => actions.zoom(0) },
      ],
    },
    { label: texts.print, accelerator: 'CmdOrCtrl+P', click: () => webContents.print() },
  ];
}
