import type { Count, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { FileCounts, FileTotals } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { addCounts, Mismatches } from "../json/mismatches.ts";
import { readJsonReport } from "../json/open.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReadOptions, ReadCoverage } from "../read-report.ts";

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
 * const bytes = Buffer.from(JSON.stringify({ total: { lines }, "/w/a.js": { lines } }));
 * const { files } = readIstanbulSummary(bytes, { file: "coverage-summary.json", interner: new Interner() });
 * files.get("/w/a.js")?.totals?.lines; // { covered: 3, total: 4 }
 */
export function readIstanbulSummary(bytes: Uint8Array, options: CoverageReadOptions): ReadCoverage {
  return readJsonReport(bytes, options, (cursor) => {
    const remarks = new JsonRemarks(cursor);
    const mismatches = new Mismatches(cursor);
    const files = new Map<string, FileCounts>();
    const sums = new Map<CoverageMetric, Count>();
    const found: { total: FileTotals | null; offset: number } = { total: null, offset: 0 };
    if (cursor.kind() !== "object") cursor.failFormat("the document is not an object of files");
    cursor.object((path) => {
      const { at } = cursor;
      const totals = readTotals(cursor, remarks);
      if (path === TOTAL) {
        found.total = totals;
        found.offset = at;
        return;
      }
      for (const metric of COVERAGE_METRICS) {
        const count = totals[metric];
        if (count !== undefined) sums.set(metric, addCounts(sums.get(metric) ?? null, count) ?? count);
      }
      if (Object.values(totals).every(({ total }) => total === 0)) {
        remarks.add("nothing-measured", at, "the file has nothing that could be covered");
      }
      files.set(path, { ...NOTHING_COUNTED, totals });
    });
    if (files.size === 0) remarks.add("nothing-measured", 0, "the report lists no file");
    for (const metric of COVERAGE_METRICS) {
      const declared = found.total?.[metric] ?? null;
      mismatches.compare(found.offset, metric, declared, sums.get(metric) ?? { covered: 0, total: 0 });
    }
    return {
      files,
      contexts: new Map(),
      mismatches: mismatches.finish(),
      remarks: remarks.finish(),
      instrumenter: "unknown",
    };
  });
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
