import type { Count } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { LineHits } from "../counts/line-hits.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { addCounts, Mismatches } from "../json/mismatches.ts";
import { readJsonReport } from "../json/open.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { countContexts, countFile } from "./file-counts.ts";
import type { Region } from "./region.ts";
import { readRegion } from "./region.ts";
import type { Summary } from "./summary.ts";
import { compareSummary, readSummary } from "./summary.ts";

/** Formats of the document that are read; it was not numbered before the second. */
const FORMATS: readonly number[] = [2, 3];
const FORMAT_UNNUMBERED = 2;

/**
 * Reads `coverage json` of coverage.py (formats 2 and 3): lines, branches where they were measured, functions since
 * format 3, and what each context executed. Classes repeat the functions in them and are not counted again. What the
 * summaries declare is only compared. How often a line was executed is not told.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for a value of the wrong form or a
 * line that is both executed and missing, `-NOT-THE-FORMAT`, and what every JSON report can be.
 *
 * @example
 * const bytes = readFileSync("coverage.json");
 * const { files, contexts } = readCoveragePy(bytes, { file: "coverage.json", interner: new Interner() });
 */
export function readCoveragePy(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  return readJsonReport(bytes, options, (cursor) => new CoveragePyReader(cursor, options).read());
}

interface Meta {
  format: number;
  hasBranches: boolean | null;
}

class CoveragePyReader {
  readonly #cursor: JsonCursor;
  readonly #options: CoverageReadOptions;
  readonly #remarks: JsonRemarks;
  readonly #mismatches: Mismatches;
  readonly #files = new Map<string, FileCounts>();
  readonly #contexts = new Map<string, Map<string, LineHits>>();
  #lines: Count = { covered: 0, total: 0 };
  #branches: Count | null = null;

  constructor(cursor: JsonCursor, options: CoverageReadOptions) {
    this.#cursor = cursor;
    this.#options = options;
    this.#remarks = new JsonRemarks(cursor);
    this.#mismatches = new Mismatches(cursor);
  }

  read(): ReadCoverage {
    const cursor: JsonCursor = this.#cursor;
    // `files` may come before `meta` where somebody sorted the keys, and cannot be understood without it.
    const waiting: [string, Region][] = [];
    const found: { meta: Meta | null; totals: Summary | null; hasFiles: boolean } = {
      meta: null,
      totals: null,
      hasFiles: false,
    };
    if (cursor.kind() !== "object") cursor.failFormat("the document is not an object");
    cursor.object((key) => {
      if (key === "meta") found.meta = readMeta(cursor);
      else if (key === "totals") found.totals = readSummary(cursor);
      else if (key !== "files") cursor.skip();
      else {
        found.hasFiles = true;
        cursor.object((path) => {
          const region = readRegion(cursor, true);
          if (found.meta === null) waiting.push([path, region]);
          else this.#file(path, region, found.meta);
        });
      }
    });
    const { meta, totals, hasFiles } = found;
    if (meta === null || !hasFiles) cursor.failFormat("the document has no meta and files, as coverage.py writes", 0);
    for (const [path, region] of waiting) this.#file(path, region, meta);
    if (this.#files.size === 0) this.#remarks.add("nothing-measured", 0, "the report lists no file");
    const counted = { lines: this.#lines, branches: this.#branches };
    compareSummary(totals, counted, { mismatches: this.#mismatches, remarks: this.#remarks });
    return {
      files: this.#files,
      contexts: this.#contexts,
      mismatches: this.#mismatches.finish(),
      remarks: this.#remarks.finish(),
      instrumenter: "coverage.py",
    };
  }

  #file(path: string, region: Region, { format, hasBranches }: Meta): void {
    const { interner } = this.#options;
    const read = countFile(this.#cursor, region, format, interner);
    if (hasBranches === true && read.branches === null) {
      this.#cursor.fail("branches were measured, and the file has no list of them", region.offset);
    }
    const counts = hasBranches === false ? { ...read, branches: null } : read;
    const lines = counts.lines ?? new Uint32Array();
    const counted = {
      lines: countLineHits(lines),
      branches: counts.branches === null ? null : countPoints(counts.branches),
    };
    compareSummary(region.summary, counted, { mismatches: this.#mismatches, remarks: this.#remarks });
    if (lines.length === 0) this.#remarks.add("nothing-measured", region.offset, "the file has no statement");
    this.#lines = addCounts(this.#lines, counted.lines) ?? this.#lines;
    this.#branches = addCounts(this.#branches, counted.branches);
    addFileCounts(this.#files, path, counts);
    for (const [name, hits] of countContexts(region, lines)) {
      const paths = this.#contexts.get(name);
      if (paths === undefined) this.#contexts.set(name, new Map([[path, hits]]));
      else paths.set(path, hits);
    }
  }
}

function readMeta(cursor: JsonCursor): Meta {
  const { at: offset } = cursor;
  const meta: Meta = { format: FORMAT_UNNUMBERED, hasBranches: null };
  const seen = new Set<string>();
  cursor.object((key) => {
    seen.add(key);
    const { at } = cursor;
    if (key === "branch_coverage") meta.hasBranches = cursor.truth();
    else if (key === "format") {
      meta.format = cursor.count();
      if (!FORMATS.includes(meta.format)) {
        cursor.failFormat(`format ${meta.format} of coverage.py is not read, only ${FORMATS.join(" and ")}`, at);
      }
    } else cursor.skip();
  });
  if (!seen.has("branch_coverage") && !seen.has("show_contexts"))
    cursor.failFormat("this is no meta of coverage.py", offset);
  return meta;
}
