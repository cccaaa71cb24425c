import type { CoverageFormat, CoverageMismatch, CoverageRemark } from "@holdpoint/core";
import type { FileCounts } from "./counts/file-counts.ts";
import { mergeFileCounts } from "./counts/file-counts.ts";
import type { Interner } from "./counts/interner.ts";
import type { LineHits } from "./counts/line-hits.ts";

/** One file of a coverage report, as it was read. */
export interface ReadCoverage {
  /** By path as reported. */
  readonly files: ReadonlyMap<string, FileCounts>;
  /** Lines by the name of a test context, then by path as reported; empty where the format knows no contexts. */
  readonly contexts: ReadonlyMap<string, ReadonlyMap<string, LineHits>>;
  readonly mismatches: readonly CoverageMismatch[];
  readonly remarks: readonly CoverageRemark[];
  /** As far as the report shows, else `unknown`. */
  readonly instrumenter: string;
  /** Folders that the reported paths may be relative to, where the format names them (Cobertura's `sources`). */
  readonly folders?: readonly string[];
}

export interface CoverageReadOptions {
  /** Path of the report relative to the root. */
  readonly file: string;
  /** Shared by the files of one report. */
  readonly interner: Interner;
  /** Keep how often each line was hit, for a view of the source; twice the memory. */
  readonly keepHits?: boolean;
}

/** Takes a report in pieces, cut anywhere, and counts while they come. */
export interface CoverageReader {
  /**
   * The bytes may be others once this has returned: what is wanted of them later has to be copied.
   *
   * @throws HoldpointError `HP-READ-*` with file, line and column, as soon as it is seen
   */
  push(chunk: Uint8Array): void;
  /** After the last piece. */
  finish(): ReadCoverage;
}

/** A format of coverage reports. */
export interface CoverageFormatReader {
  readonly format: CoverageFormat;
  /** Whether a report that begins with these bytes (up to `HEAD_SIZE_BYTES`) is of this format; at most one says so. */
  readonly looksLike: (head: Uint8Array) => boolean;
  readonly open: (options: CoverageReadOptions) => CoverageReader;
}

/** So much of a report's beginning is looked at to tell its format. */
export const HEAD_SIZE_BYTES = 65_536;

/** Reads a report that is there as a whole. */
export function readWhole(format: CoverageFormatReader, bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  const reader = format.open(options);
  reader.push(bytes);
  return reader.finish();
}

/** Puts a file's counts beside what the same report said of it before. */
export function addFileCounts(files: Map<string, FileCounts>, path: string, counts: FileCounts): void {
  const before = files.get(path);
  files.set(path, before === undefined ? counts : mergeFileCounts(before, counts));
}
