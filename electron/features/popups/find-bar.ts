import { BrowserWindow, type WebContents } from 'electron';

/** Makes a small window with our own page, joined to a popup's window. */
export type CreateFindBar = (parent: BrowserWindow) => BrowserWindow;

export interface Found {
  readonly current: number;
  readonly total: number;
}

/** Finding in a page. The bar is a window of ours beside the page, so the page stays without preload. */
export class FindBars {
  private readonly bars = new Map<WebContents, { bar: BrowserWindow; page: BrowserWindow }>();

  public constructor(
    private readonly create: CreateFindBar,
    private readonly report: (bar: WebContents, found: Found) => void,
  ) {}

  public open(page: BrowserWindow): void {
    const known = [...this.bars.values()].find((entry) => entry.page === page);
    if (known !== undefined) {
      known.bar.focus();
      return;
    }
    const bar = this.create(page);
    const { webContents } = bar;
    this.bars.set(webContents, { bar, page });
    const found = (
      _event: unknown,
      result: { activeMatchOrdinal: number; matches: number },
    ): void =>
      this.report(webContents, { current: result.activeMatchOrdinal, total: result.matches });
    page.webContents.on('found-in-page', found);
    bar.once('closed', () => {
      this.bars.delete(webContents);
      if (page.isDestroyed()) return;
      page.webContents.off('found-in-page', found);
      page.webContents.stopFindInPage('keepSelection');
      page.focus();
    });
  }

  public search(bar: WebContents, query: { text: string; forward: boolean; next: boolean }): void {
    const page = this.bars.get(bar)?.page;
    if (page === undefined || page.isDestroyed()) return;
    if (query.text === '') {
      page.webContents.stopFindInPage('clearSelection');
      this.report(bar, { current: 0, total: 0 });
      return;
    }
    // Electron names it the other way round: findNext true begins a new search.
    page.webContents.findInPage(query.text, { forward: query.forward, findNext: !query.next });
  }

  public close(bar: WebContents): void {
    this.bars.get(bar)?.bar.close();
  }
}
