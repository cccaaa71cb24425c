import type { CoverageMismatch } from "@holdpoint/core";
import type { FileCounts } from "./counts/file-counts.ts";
import { mergeFileCounts } from "./counts/file-counts.ts";
import type { Interner } from "./counts/interner.ts";

/** One file of a coverage report, as it was read. */
export interface ReadCoverage {
  /** By path as reported. */
  readonly files: ReadonlyMap<string, FileCounts>;
  readonly mismatches: readonly CoverageMismatch[];
  /** As far as the report shows, else `unknown`. */
  readonly instrumenter: string;
}

export interface CoverageReadOptions {
  /** Path of the report relative to the root. */
  readonly file: string;
  /** Shared by the files of one report. */
  readonly interner: Interner;
}

/** Puts a file's counts beside what the same report said of it before. */
export function addFileCounts(files: Map<string, FileCounts>, path: string, counts: FileCounts): void {
  const before = files.get(path);
  files.set(path, before === undefined ? counts : mergeFileCounts(before, counts));
}
