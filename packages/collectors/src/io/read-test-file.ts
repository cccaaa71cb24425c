import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { TestFormat } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { readTestReport } from "../tests/formats.ts";
import type { ReadTests } from "../tests/read-report.ts";
import { readReport } from "./read-report.ts";

export interface TestFile {
  /** Absolute path, anywhere. */
  readonly path: string;
  /** How errors and cases name the file. */
  readonly shown: string;
  /** Absolute path whose prefix is taken off paths in the report. */
  readonly root: string;
  /** Null: its beginning tells. */
  readonly format: TestFormat | null;
}

/**
 * Reads one file of test results that somebody named, wherever it lies.
 *
 * @throws HoldpointError `HP-READ-*`, under the name that is to be shown
 */
export async function readTestFile({ path, shown, root, format }: TestFile): Promise<ReadTests> {
  try {
    const real = await realpath(path).catch(() => path);
    const { bytes } = await readReport(dirname(real), basename(real));
    return readTestReport(bytes, { file: shown, root }, format);
  } catch (thrown) {
    if (!(thrown instanceof HoldpointError)) throw thrown;
    throw new HoldpointError(thrown.code, thrown.message, { ...thrown.place, file: shown }, thrown);
  }
}
