import type { FileCounts } from "../counts/file-counts.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { Mismatches } from "../json/mismatches.ts";
import type { JsonNode, JsonSpot } from "../json/node.ts";
import { SKIPPED } from "../json/node.ts";
import { openJsonReport } from "../json/open.ts";
import { BEGIN } from "../json/places.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { ExportUnit } from "./unit.ts";

const TYPE = "llvm.coverage.json.export";
const VERSIONS = /^[23]\./;

/**
 * Reads `llvm-cov export` (format 2 and 3 of `llvm.coverage.json.export`; also grcov's and cargo-llvm-cov's of that
 * form). Lines are derived from segments by llvm-cov's own rule, without the bodies of macros. Functions, regions
 * and branches are counted once for each place in the source, covered where any instance covers it; what is in a macro
 * is counted wherever the macro stands. Conditions that the compiler folded are no branches.
 * Summaries are compared with what llvm-cov's rule of summing makes of the records. An export with `-skip-functions`
 * or `-summary-only` holds no records of some metrics: of these it gives totals without places.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for a value of the wrong form,
 * `-TOO-LARGE` for segments that span more lines than can be held, `-NOT-THE-FORMAT`, and what every JSON report can.
 *
 * @example
 * const reader = openLlvmCov({ file: "coverage.json", interner: new Interner() });
 * reader.push(readFileSync("coverage.json"));
 * reader.finish().files.get("/build/a.c")?.lines;
 */
export function openLlvmCov(options: CoverageReadOptions): CoverageReader {
  return openJsonReport(options, (cursor) => {
    const reader = new LlvmCovReader(cursor, options);
    return { root: (spot) => reader.root(spot), finish: () => reader.finish() };
  });
}

class LlvmCovReader {
  readonly #options: CoverageReadOptions;
  readonly #remarks: JsonRemarks;
  readonly #mismatches: Mismatches;
  readonly #files = new Map<string, FileCounts>();
  readonly #seen = new Set<string>();

  constructor(cursor: JsonCursor, options: CoverageReadOptions) {
    this.#options = options;
    this.#remarks = new JsonRemarks(cursor);
    this.#mismatches = new Mismatches(cursor.file);
  }

  root(spot: JsonSpot): JsonNode {
    if (spot.kind !== "object") spot.failFormat("the document is not an object");
    return {
      kind: "object",
      member: (key) => this.#member(key),
      end: () => {
        if (!this.#seen.has("data") || !this.#seen.has("type")) spot.failFormat(`the document is no ${TYPE}`, BEGIN);
      },
    };
  }

  finish(): ReadCoverage {
    if (this.#files.size === 0) this.#remarks.add("nothing-measured", BEGIN, "the report lists no file");
    return {
      files: this.#files,
      contexts: new Map(),
      mismatches: this.#mismatches.finish(),
      remarks: this.#remarks.finish(),
      instrumenter: "llvm",
    };
  }

  #member(key: string): JsonNode {
    this.#seen.add(key);
    if (key === "type") return { kind: "value", read: readType };
    if (key === "version") return { kind: "value", read: readVersion };
    if (key !== "data") return SKIPPED;
    return {
      kind: "array",
      item: (_, spot) => new ExportUnit(spot, this.#files, this.#remarks, this.#mismatches, this.#options).node(),
    };
  }
}

function readType(cursor: JsonCursor): void {
  const { at } = cursor;
  if (cursor.text() !== TYPE) cursor.failFormat(`the type is not ${TYPE}`, at);
}

function readVersion(cursor: JsonCursor): void {
  const { at } = cursor;
  const version = cursor.text();
  if (!VERSIONS.test(version)) cursor.failFormat(`version ${version.slice(0, 20)} is not read, only 2 and 3`, at);
}
