/** Body of `changes` evidence: what the candidate changes since its base. */
export interface ChangesBody {
  /** Null: there is no base to compare with, which is not the same as no change. */
  readonly base: ChangesBase | null;
  readonly files: readonly ChangedFile[];
}

export interface ChangesBase {
  /** Of `option` the merge base of the named commit and the candidate, so that nobody else's changes count. */
  readonly commit: string;
  /** `last-promoted`: the commit of the last promotion. `option`: `--base` named it. */
  readonly from: "last-promoted" | "option";
}

export interface ChangedFile {
  /** Path in the candidate; of a removed file its path in the base. */
  readonly path: string;
  /** Path in the base, the same unless it was renamed; null for an added file. */
  readonly basePath: string | null;
  readonly status: "added" | "modified" | "removed" | "renamed";
  /** Git takes one of the two for binary, so that nobody knows which lines changed. */
  readonly binary: boolean;
  /** In ascending order, without context lines; empty for binary files, changes of mode and pure renames. */
  readonly hunks: readonly ChangedHunk[];
}

/** As in a unified diff without context: `@@ -baseStart,baseLines +start,lines @@`. */
export interface ChangedHunk {
  readonly baseStart: number;
  readonly baseLines: number;
  readonly start: number;
  readonly lines: number;
}
