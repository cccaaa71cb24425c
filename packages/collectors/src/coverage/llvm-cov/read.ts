import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import { countLineHits } from "../counts/line-hits.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { addCounts, Mismatches } from "../json/mismatches.ts";
import { readJsonReport } from "../json/open.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { expectedSummary } from "./expected.ts";
import type { FileFunctions } from "./functions.ts";
import { readFunctions } from "./functions.ts";
import type { CountedLines } from "./lines-of-functions.ts";
import { linesOfFunctions } from "./lines-of-functions.ts";
import { SegmentLines } from "./segments.ts";
import type { Summary } from "./summary.ts";
import { readSummary } from "./summary.ts";

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
 * const bytes = readFileSync("coverage.json");
 * readLlvmCov(bytes, { file: "coverage.json", interner: new Interner() }).files.get("/build/a.c")?.lines;
 */
export function readLlvmCov(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  return readJsonReport(bytes, options, (cursor) => new LlvmCovReader(cursor, options).read());
}

interface ReadFile {
  readonly lines: CountedLines | null;
  readonly summary: Summary | null;
  readonly offset: number;
}

class LlvmCovReader {
  readonly #cursor: JsonCursor;
  readonly #options: CoverageReadOptions;
  readonly #remarks: JsonRemarks;
  readonly #mismatches: Mismatches;
  readonly #files = new Map<string, FileCounts>();

  constructor(cursor: JsonCursor, options: CoverageReadOptions) {
    this.#cursor = cursor;
    this.#options = options;
    this.#remarks = new JsonRemarks(cursor);
    this.#mismatches = new Mismatches(cursor);
  }

  read(): ReadCoverage {
    const cursor: JsonCursor = this.#cursor;
    const seen = new Set<string>();
    if (cursor.kind() !== "object") cursor.failFormat("the document is not an object");
    cursor.object((key) => {
      seen.add(key);
      const { at } = cursor;
      if (key === "data") cursor.array(() => this.#unit());
      else if (key === "type" && cursor.text() !== TYPE) cursor.failFormat(`the type is not ${TYPE}`, at);
      else if (key === "version") this.#version();
      else if (key !== "type") cursor.skip();
    });
    if (!seen.has("data") || !seen.has("type")) cursor.failFormat(`the document is no ${TYPE}`, 0);
    if (this.#files.size === 0) this.#remarks.add("nothing-measured", 0, "the report lists no file");
    return {
      files: this.#files,
      contexts: new Map(),
      mismatches: this.#mismatches.finish(),
      remarks: this.#remarks.finish(),
      instrumenter: "llvm",
    };
  }

  #version(): void {
    const { at } = this.#cursor;
    const version = this.#cursor.text();
    if (!VERSIONS.test(version))
      this.#cursor.failFormat(`version ${version.slice(0, 20)} is not read, only 2 and 3`, at);
  }

  #unit(): void {
    const cursor: JsonCursor = this.#cursor;
    const { at } = cursor;
    const files = new Map<string, ReadFile[]>();
    const functions = new Map<string, FileFunctions>();
    const found: { hasFiles: boolean; hasFunctions: boolean; totals: Summary | null } = {
      hasFiles: false,
      hasFunctions: false,
      totals: null,
    };
    if (cursor.kind() !== "object") cursor.failFormat("this is no export of llvm-cov");
    cursor.object((key) => {
      if (key === "files") {
        found.hasFiles = true;
        cursor.array(() => this.#file(files));
      } else if (key === "functions") {
        found.hasFunctions = true;
        readFunctions(cursor, this.#remarks, functions);
      } else if (key === "totals") found.totals = readSummary(cursor);
      else cursor.skip();
    });
    if (!found.hasFiles) cursor.failFormat("this is no export of llvm-cov: it has no files", at);
    const sums = new Map<CoverageMetric, Count>();
    for (const [path, [file, ...more]] of files) {
      for (const { offset } of more) this.#remarks.add("duplicate-file", offset, "the file is listed before");
      if (file !== undefined) this.#finishFile(path, file, found.hasFunctions ? functions : null, sums);
    }
    for (const metric of COVERAGE_METRICS) {
      const declared = found.totals?.counts[metric];
      if (declared !== undefined && found.totals !== null) {
        this.#mismatches.compare(found.totals.offset, metric, declared, sums.get(metric) ?? { covered: 0, total: 0 });
      }
    }
  }

  #file(files: Map<string, ReadFile[]>): void {
    const cursor: JsonCursor = this.#cursor;
    const { at: offset } = cursor;
    const found: { path: string | null; lines: ReadFile["lines"]; summary: Summary | null } = {
      path: null,
      lines: null,
      summary: null,
    };
    cursor.object((key) => {
      if (key === "filename") found.path = cursor.text();
      else if (key === "segments") {
        found.lines = new SegmentLines(cursor, this.#remarks, this.#options.keepHits).read();
      } else if (key === "summary") found.summary = readSummary(cursor);
      else cursor.skip();
    });
    const { path, lines, summary } = found;
    if (path === null) cursor.fail("a file has no filename", offset);
    if (lines === null && summary === null) cursor.fail("a file has neither segments nor a summary", offset);
    files.set(path, [...(files.get(path) ?? []), { lines, summary, offset }]);
  }

  #finishFile(
    path: string,
    { lines: all, summary, offset }: ReadFile,
    functions: ReadonlyMap<string, FileFunctions> | null,
    sums: Map<CoverageMetric, Count>,
  ): void {
    const inFile = functions?.get(path);
    const lines = all === null || functions === null ? all : linesOfFunctions(all, inFile);
    const counts = this.#counts(lines, inFile, functions !== null, summary);
    addFileCounts(this.#files, path, counts);
    if (lines !== null && lines.lines.length === 0) {
      this.#remarks.add("nothing-measured", offset, "the file has no line that could be covered");
    }
    for (const metric of COVERAGE_METRICS) {
      const declared = summary?.counts[metric];
      if (declared !== undefined) sums.set(metric, addCounts(sums.get(metric) ?? null, declared) ?? declared);
    }
    if (lines === null || summary === null) return;
    const expected = functions === null ? {} : expectedSummary(inFile, countLineHits(lines.lines));
    for (const metric of COVERAGE_METRICS) {
      this.#mismatches.compare(summary.offset, metric, summary.counts[metric] ?? null, expected[metric] ?? null);
    }
  }

  #counts(
    lines: ReadFile["lines"],
    inFile: FileFunctions | undefined,
    hasFunctions: boolean,
    summary: Summary | null,
  ): FileCounts {
    const { interner } = this.#options;
    const declared = summary?.counts ?? {};
    const hasBranches = declared.branches !== undefined || inFile?.hasBranches === true;
    const records = {
      ...NOTHING_COUNTED,
      ...lines,
      ...(hasFunctions
        ? {
            functions: inFile?.functions.finish(interner) ?? new Uint32Array(),
            regions: inFile?.regions.finish(interner) ?? new Uint32Array(),
            branches: hasBranches ? (inFile?.branches.finish(interner) ?? new Uint32Array()) : null,
          }
        : {}),
    };
    const totals = Object.fromEntries(
      COVERAGE_METRICS.filter((metric) => records[metric] === null && declared[metric] !== undefined).map((metric) => [
        metric,
        declared[metric],
      ]),
    );
    return Object.keys(totals).length === 0 ? records : { ...records, totals };
  }
}
