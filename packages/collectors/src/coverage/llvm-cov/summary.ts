import type { Count, CoverageMetric } from "@holdpoint/core";
import type { JsonCursor } from "../json/cursor.ts";
import type { Place } from "../json/places.ts";

/** What llvm-cov declares of a file or of all of them; a metric that it leaves out was not measured. */
export interface Summary {
  readonly place: Place;
  readonly counts: Readonly<Partial<Record<CoverageMetric, Count>>>;
}

const METRICS: ReadonlySet<string> = new Set<CoverageMetric>(["lines", "branches", "functions", "regions"]);

/** Instantiations are left aside: they count a template once for each type, and no source has that many functions. */
export function readSummary(cursor: JsonCursor): Summary {
  const place = cursor.place(cursor.at);
  const counts: Partial<Record<CoverageMetric, Count>> = {};
  cursor.object((key) => {
    if (METRICS.has(key)) counts[key as CoverageMetric] = readCounts(cursor);
    else cursor.skip();
  });
  return { place, counts };
}

function readCounts(cursor: JsonCursor): Count {
  const { at } = cursor;
  const found = { covered: -1, total: -1 };
  cursor.object((key) => {
    if (key === "count") found.total = cursor.count();
    else if (key === "covered") found.covered = cursor.count();
    else cursor.skip();
  });
  if (found.covered < 0 || found.total < 0) cursor.fail("must have count and covered", at);
  if (found.covered > found.total) cursor.fail(`${found.covered} of ${found.total} cannot be covered`, at);
  return found;
}
