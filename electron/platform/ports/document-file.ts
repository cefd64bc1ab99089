/** A JSON document on disk that is replaced as a whole, atomically. */
export interface DocumentFile {
  readonly path: string;
  /** The document as text; undefined where there is no file yet. */
  readonly read: () => string | undefined;
  readonly write: (document: object) => void;
  /** Moves the file aside, so that nothing a person entered is lost. @returns where it is now */
  readonly backUp: () => string;
}
