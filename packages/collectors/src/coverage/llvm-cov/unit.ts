import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import { countLineHits } from "../counts/line-hits.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { Mismatches } from "../json/mismatches.ts";
import { addCounts } from "../json/mismatches.ts";
import type { JsonNode, JsonSpot } from "../json/node.ts";
import { SKIPPED } from "../json/node.ts";
import type { Place } from "../json/places.ts";
import type { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { expectedSummary } from "./expected.ts";
import type { FileFunctions } from "./functions.ts";
import { readFunction } from "./functions.ts";
import type { CountedLines } from "./lines-of-functions.ts";
import { linesOfFunctions } from "./lines-of-functions.ts";
import { SegmentLines } from "./segments.ts";
import type { Summary } from "./summary.ts";
import { readSummary } from "./summary.ts";

interface ReadFile {
  readonly lines: CountedLines | null;
  readonly summary: Summary | null;
  readonly place: Place;
}

/** One of the `data` of an export: files, the functions in them, and totals, in any order. */
export class ExportUnit {
  readonly #spot: JsonSpot;
  readonly #counted: Map<string, FileCounts>;
  readonly #remarks: JsonRemarks;
  readonly #mismatches: Mismatches;
  readonly #options: CoverageReadOptions;
  readonly #files = new Map<string, ReadFile[]>();
  readonly #functions = new Map<string, FileFunctions>();
  readonly #seen = new Set<string>();
  /** What the summaries of the files say together. */
  readonly #sums = new Map<CoverageMetric, Count>();
  #totals: Summary | null = null;

  /** @param counted is given the files of the unit when it has ended */
  constructor(
    spot: JsonSpot,
    counted: Map<string, FileCounts>,
    remarks: JsonRemarks,
    mismatches: Mismatches,
    options: CoverageReadOptions,
  ) {
    this.#spot = spot;
    this.#counted = counted;
    this.#remarks = remarks;
    this.#mismatches = mismatches;
    this.#options = options;
  }

  node(): JsonNode {
    if (this.#spot.kind !== "object") this.#spot.failFormat("this is no export of llvm-cov");
    return { kind: "object", member: (key) => this.#member(key), end: () => this.#end() };
  }

  #member(key: string): JsonNode {
    this.#seen.add(key);
    if (key === "files") return listOf((cursor) => this.#readFile(cursor));
    if (key === "functions") return listOf((cursor) => readFunction(cursor, this.#remarks, this.#functions));
    if (key === "totals") return { kind: "value", read: (cursor) => (this.#totals = readSummary(cursor)) };
    return SKIPPED;
  }

  #readFile(cursor: JsonCursor): void {
    const { at } = cursor;
    const place = cursor.place(at);
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
    if (path === null) cursor.fail("a file has no filename", at);
    if (lines === null && summary === null) cursor.fail("a file has neither segments nor a summary", at);
    const file = { lines, summary, place };
    const same = this.#files.get(path);
    if (same === undefined) this.#files.set(path, [file]);
    else same.push(file);
  }

  #end(): void {
    if (!this.#seen.has("files")) this.#spot.failFormat("this is no export of llvm-cov: it has no files");
    const functions = this.#seen.has("functions") ? this.#functions : null;
    for (const [path, [file, ...more]] of this.#files) {
      for (const { place } of more) this.#remarks.add("duplicate-file", place, "the file is listed before");
      if (file !== undefined) this.#finishFile(path, file, functions);
    }
    const totals = this.#totals;
    if (totals === null) return;
    for (const metric of COVERAGE_METRICS) {
      const sum = this.#sums.get(metric) ?? { covered: 0, total: 0 };
      this.#mismatches.compare(totals.place, metric, totals.counts[metric] ?? null, sum);
    }
  }

  #finishFile(
    path: string,
    { lines: all, summary, place }: ReadFile,
    functions: ReadonlyMap<string, FileFunctions> | null,
  ): void {
    const inFile = functions?.get(path);
    const lines = all === null || functions === null ? all : linesOfFunctions(all, inFile);
    const counts = this.#counts(lines, inFile, functions !== null, summary);
    addFileCounts(this.#counted, path, counts);
    if (lines !== null && lines.lines.length === 0) {
      this.#remarks.add("nothing-measured", place, "the file has no line that could be covered");
    }
    for (const metric of COVERAGE_METRICS) {
      const declared = summary?.counts[metric];
      if (declared !== undefined) {
        this.#sums.set(metric, addCounts(this.#sums.get(metric) ?? null, declared) ?? declared);
      }
    }
    if (lines === null || summary === null) return;
    const expected = functions === null ? {} : expectedSummary(inFile, countLineHits(lines.lines));
    for (const metric of COVERAGE_METRICS) {
      this.#mismatches.compare(summary.place, metric, summary.counts[metric] ?? null, expected[metric] ?? null);
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

function listOf(read: (cursor: JsonCursor) => void): JsonNode {
  return { kind: "array", item: () => ({ kind: "value", read }) };
}
