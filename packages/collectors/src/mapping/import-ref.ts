/** An import as it is written in a file. */
export interface ImportRef {
  /** What stands between the quotes; in Python the dotted name with its leading dots. */
  readonly specifier: string;
  readonly line: number;
  /** True: nothing of the other file runs because of it. */
  readonly isTypeOnly: boolean;
  /** True for a path beside the file, `new URL("…", import.meta.url)`: no package, and it may lead to anything. */
  readonly isUrl?: true;
}

/** What a file's text tells about the mapping of modules to tests. */
export interface ScannedFile {
  readonly imports: readonly ImportRef[];
  /** False: it holds types, comments or nothing, so that no test could run any of it. */
  readonly hasCode: boolean;
}

/** Largest file of which imports are read, in bytes. */
export const SCANNED_SIZE_BYTES_MAX: number = 4 * 1024 * 1024;

/** Nothing to import and nothing to run. */
export const NOTHING_SCANNED: ScannedFile = { imports: [], hasCode: false };
