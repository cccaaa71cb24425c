import type { CoverageReader, CoverageReadOptions } from "../read-report.ts";
import { joinParts } from "./join-parts.ts";
import { LcovPartReader } from "./part.ts";

/**
 * Reads an LCOV tracefile (geninfo(1), lcov 1 and 2). Totals are counted from the records; what `LF`, `LH` and their
 * like declare is only compared. A path that stands twice is merged, and remarked on: covered is what either covered.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for an unknown record, counts that
 * are no digits, records outside of a section; `-TRUNCATED` for a section without `end_of_record` and for a last line
 * without its end that makes no sense; `-NOT-THE-FORMAT` when the first record is not one of LCOV's; `-ENCODING`,
 * `-EMPTY`, `-TOO-LARGE`.
 *
 * @example
 * const reader = openLcov({ file: "lcov.info", interner: new Interner() });
 * reader.push(Buffer.from("SF:a.ts\nDA:1,1\nDA:2,0\nend_of_"));
 * reader.push(Buffer.from("record\n"));
 * reader.finish().files.get("a.ts")?.lines; // Uint32Array [3, 4]
 */
export function openLcov(options: CoverageReadOptions): CoverageReader {
  const part = new LcovPartReader(options);
  return {
    push: (chunk) => part.push(chunk),
    finish: () => joinParts([part.finish()], options),
  };
}
