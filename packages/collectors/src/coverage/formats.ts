import type { CoverageFormat } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clover } from "./clover/format.ts";
import { cobertura } from "./cobertura/format.ts";
import { coveragePy } from "./coverage-py/format.ts";
import { go } from "./go/format.ts";
import { istanbul } from "./istanbul/format.ts";
import { istanbulSummary } from "./istanbul-summary/format.ts";
import { jacoco } from "./jacoco/format.ts";
import { lcov } from "./lcov/format.ts";
import { llvmCov } from "./llvm-cov/format.ts";
import { opencover } from "./opencover/format.ts";
import type { CoverageFormatReader } from "./read-report.ts";
import { HEAD_SIZE_BYTES } from "./read-report.ts";
import { simplecov } from "./simplecov/format.ts";

export const COVERAGE_READERS: Readonly<Record<CoverageFormat, CoverageFormatReader>> = {
  lcov,
  cobertura,
  jacoco,
  clover,
  istanbul,
  "istanbul-summary": istanbulSummary,
  "coverage-py": coveragePy,
  go,
  "llvm-cov": llvmCov,
  simplecov,
  opencover,
};

/**
 * The reader of a report's format, told by its first `HEAD_SIZE_BYTES`.
 *
 * @throws HoldpointError `HP-READ-EMPTY`, `HP-READ-NOT-THE-FORMAT` when it is none that is read
 */
export function formatOf(head: Uint8Array, file: string): CoverageFormatReader {
  if (head.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  const bytes = head.subarray(0, HEAD_SIZE_BYTES);
  const [only, ...others] = Object.values(COVERAGE_READERS).filter((reader) => reader.looksLike(bytes));
  if (only !== undefined && others.length === 0) return only;
  const detail =
    only === undefined
      ? "this is no coverage report of a known format"
      : `this could be ${[only, ...others].map(({ format }) => format).join(" or ")}; name the format`;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", detail, { file, line: 1, column: 1 });
}
