import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { FileCounts, FileTotals } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { addCounts, Mismatches } from "../json/mismatches.ts";
import { openJsonReport } from "../json/open.ts";
import type { Place } from "../json/places.ts";
import { BEGIN } from "../json/places.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";

/** The entry of all files together. */
const TOTAL = "total";
/** Istanbul cuts a percentage after two digits. */
const PERCENT_SLACK = 0.01;
const METRICS: ReadonlySet<string> = new Set<CoverageMetric>(["lines", "statements", "functions", "branches"]);

/**
 * Reads Istanbul's `coverage-summary.json`: counts of each file without saying which lines. They are what the report
 * has instead of records; `total` is compared with their sum, each percentage with its count. Counts of true and false
 * in conditions (`branchesTrue`) are left aside.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for a value of the wrong form or
 * more covered than there is, `-NOT-THE-FORMAT`, and what every JSON report can be.
 *
 * @example
 * const lines = { total: 4, covered: 3, skipped: 0, pct: 75 };
 * const reader = openIstanbulSummary({ file: "coverage-summary.json", interner: new Interner() });
 * reader.push(Buffer.from(JSON.stringify({ total: { lines }, "/w/a.js": { lines } })));
 * reader.finish().files.get("/w/a.js")?.totals?.lines; // { covered: 3, total: 4 }
 */
export function openIstanbulSummary(options: CoverageReadOptions): CoverageReader {
  return openJsonReport(options, (cursor) => {
    const reader = new SummaryReader(cursor);
    return {
      root(spot) {
        if (spot.kind !== "object") spot.failFormat("the document is not an object of files");
        return { kind: "object", member: (path) => ({ kind: "value", read: () => reader.entry(path) }) };
      },
      finish: () => reader.finish(),
    };
  });
}

class SummaryReader {
  readonly #cursor: JsonCursor;
  readonly #remarks: JsonRemarks;
  readonly #mismatches: Mismatches;
  readonly #files = new Map<string, FileCounts>();
  readonly #sums = new Map<CoverageMetric, Count>();
  /** Of the entry of all files together. */
  #total: { readonly declared: FileTotals; readonly place: Place } = { declared: {}, place: BEGIN };

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
    this.#remarks = new JsonRemarks(cursor);
    this.#mismatches = new Mismatches(cursor.file);
  }

  entry(path: string): void {
    const place = this.#cursor.place(this.#cursor.at);
    const totals = readTotals(this.#cursor, this.#remarks);
    if (path === TOTAL) {
      this.#total = { declared: totals, place };
      return;
    }
    for (const metric of COVERAGE_METRICS) {
      const count = totals[metric];
      if (count !== undefined) this.#sums.set(metric, addCounts(this.#sums.get(metric) ?? null, count) ?? count);
    }
    if (Object.values(totals).every(({ total }) => total === 0)) {
      this.#remarks.add("nothing-measured", place, "the file has nothing that could be covered");
    }
    this.#files.set(path, { ...NOTHING_COUNTED, totals });
  }

  finish(): ReadCoverage {
    if (this.#files.size === 0) this.#remarks.add("nothing-measured", BEGIN, "the report lists no file");
    const { declared, place } = this.#total;
    for (const metric of COVERAGE_METRICS) {
      const counted = this.#sums.get(metric) ?? { covered: 0, total: 0 };
      this.#mismatches.compare(place, metric, declared[metric] ?? null, counted);
    }
    return {
      files: this.#files,
      contexts: new Map(),
      mismatches: this.#mismatches.finish(),
      remarks: this.#remarks.finish(),
      instrumenter: "unknown",
    };
  }
}

function readTotals(cursor: JsonCursor, remarks: JsonRemarks): FileTotals {
  const { at } = cursor;
  if (cursor.kind() !== "object") cursor.failFormat("this is no summary of a file");
  const totals: Partial<Record<CoverageMetric, Count>> = {};
  cursor.object((key) => {
    if (METRICS.has(key)) totals[key as CoverageMetric] = readMetric(cursor, remarks);
    else cursor.skip();
  });
  if (totals.lines === undefined) cursor.failFormat("this is no summary of a file: it has no lines", at);
  return totals;
}

function readMetric(cursor: JsonCursor, remarks: JsonRemarks): Count {
  const { at } = cursor;
  const counts = new Map<string, number>();
  // `Unknown` is what Istanbul writes for 0 of 0 in its own total.
  let percent: number | null = null;
  if (cursor.kind() !== "object") cursor.failFormat("this is no count of a summary");
  cursor.object((key) => {
    if (key === "total" || key === "covered" || key === "skipped") counts.set(key, cursor.count());
    else if (key === "pct" && cursor.kind() === "number") percent = cursor.number();
    else cursor.skip();
  });
  const [total, covered] = [counts.get("total"), counts.get("covered")];
  if (total === undefined || covered === undefined) cursor.failFormat("this is no count of a summary", at);
  if (covered > total) cursor.fail(`${covered} of ${total} cannot be covered`, at);
  const rate = total === 0 ? 100 : (covered / total) * 100;
  if (percent !== null && Math.abs(percent - rate) > PERCENT_SLACK) {
    remarks.add("rate-differs", at, `pct is ${String(percent)}, and ${covered} of ${total} are ${rate}`);
  }
  return { covered, total };
}
