/** A JSON document on disk that is replaced as a whole, atomically. */
export interface DocumentFile {
  readonly path: string;
  /** The document as text; undefined where there is no file yet. */
  readonly read: () => string | undefined;
  readonly write: (document: object) => void;
  /** Copies the file aside, so that nothing a person entered is lost. @returns the copy's path */
  readonly backUp: () => string;
}
