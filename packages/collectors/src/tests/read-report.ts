import type { TestCase, TestFormat, TestReport, TotalsMismatch } from "@holdpoint/core";

/** One report of test results, as it was read. */
export interface ReadTests {
  readonly report: TestReport;
  readonly cases: readonly TestCase[];
  readonly mismatches: readonly TotalsMismatch[];
}

export interface TestReadOptions {
  /** Path of the report relative to the root. */
  readonly file: string;
  /** Absolute path of the repository's root; its prefix is taken off paths. */
  readonly root: string;
}

/** A format of test results. */
export interface TestFormatReader {
  readonly format: TestFormat;
  /** Whether a report that begins so (up to `TEST_HEAD_SIZE_BYTES`) is of this format; at most one says so. */
  readonly looksLike: (head: Uint8Array) => boolean;
  /**
   * Reads a whole report, front to back, without building a tree of it.
   *
   * @throws HoldpointError `HP-READ-*` with file and line, as soon as it is seen
   */
  readonly read: (bytes: Uint8Array, options: TestReadOptions) => ReadTests;
}

/** So much of a report's beginning is looked at to tell its format. */
export const TEST_HEAD_SIZE_BYTES = 65_536;
