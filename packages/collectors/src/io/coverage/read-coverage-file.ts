import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { CoverageFormat } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { Interner } from "../../coverage/counts/interner.ts";
import { COVERAGE_READERS, formatOf } from "../../coverage/formats.ts";
import type { CoverageFormatReader, CoverageReader, ReadCoverage } from "../../coverage/read-report.ts";
import { streamReport } from "../stream-report.ts";

export interface CoverageFileTerms {
  /** How the file is called in what is said of it. */
  readonly name: string;
  readonly format: CoverageFormat | "auto";
  /** Shared by all files that are merged. */
  readonly interner: Interner;
  readonly signal: AbortSignal;
}

/**
 * Reads one coverage report that may lie anywhere.
 *
 * @param file absolute path
 * @throws HoldpointError `HP-READ-*` with the file's name, line and column
 */
export async function readCoverageFile(
  file: string,
  { name, format, interner, signal }: CoverageFileTerms,
): Promise<{ readonly format: CoverageFormat; readonly read: ReadCoverage }> {
  let reader: CoverageFormatReader | null = null;
  let open: CoverageReader | null = null;
  try {
    const real = await realpath(file);
    await streamReport(
      dirname(real),
      basename(real),
      () => (piece) => {
        reader ??= format === "auto" ? formatOf(piece, name) : COVERAGE_READERS[format];
        open ??= reader.open({ file: name, interner });
        open.push(piece);
      },
      signal,
    );
    const opened = { reader, open } as { reader: CoverageFormatReader | null; open: CoverageReader | null };
    if (opened.reader === null || opened.open === null) {
      throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file: name });
    }
    return { format: opened.reader.format, read: opened.open.finish() };
  } catch (thrown) {
    throw named(thrown, name);
  }
}

/** The error with the name that the caller knows the file by. */
function named(thrown: unknown, name: string): unknown {
  if (isHoldpointError(thrown)) {
    const { code, message, place } = thrown;
    return new HoldpointError(code, message, { ...place, file: name }, thrown);
  }
  const { code } = thrown as NodeJS.ErrnoException;
  if (typeof code !== "string") return thrown;
  const isAbsent = code === "ENOENT" || code === "ENOTDIR";
  const detail = isAbsent ? "the file is not there" : `the file cannot be read (${code})`;
  return new HoldpointError(isAbsent ? "HP-READ-ABSENT" : "HP-READ-FAILED", detail, { file: name }, thrown);
}
