/** Fetches and installs versions of the app. */
export interface Updater {
  /**
   * @param url where versions are; undefined: where the package says
   * @returns the newer version that this computer is meant to get
   * @throws where that cannot be told
   */
  readonly look: (url: string | undefined) => Promise<string | undefined>;
  /** Fetches and checks what `look` found; ends quietly or throws where it is aborted. @throws where it is not what the feed says */
  readonly fetch: (signal: AbortSignal) => Promise<void>;
  /** Puts it in place and starts it. The app ends. */
  readonly install: () => void;
}
