import type { Count } from "@holdpoint/core";
import type { JsonCursor } from "../json/cursor.ts";
import type { Mismatches } from "../json/mismatches.ts";
import type { Place } from "../json/places.ts";
import type { JsonRemarks } from "../json/remarks.ts";

/** What coverage.py declares of a file, or of all of them. */
export interface Summary {
  readonly place: Place;
  readonly lines: Count | null;
  /** Null unless branches were measured. */
  readonly branches: Count | null;
  /** Of statements and branches together, as coverage.py blends them; null where it is not told. */
  readonly percent: number | null;
}

const PERCENT_SLACK = 1e-6;

export function readSummary(cursor: JsonCursor): Summary {
  const place = cursor.place(cursor.at);
  const counts = new Map<string, number>();
  let percent: number | null = null;
  cursor.object((key) => {
    if (COUNTED.has(key)) counts.set(key, cursor.count());
    else if (key === "percent_covered") percent = cursor.number();
    else cursor.skip();
  });
  const pair = (covered: string, total: string): Count | null => {
    const [a, b] = [counts.get(covered), counts.get(total)];
    return a === undefined || b === undefined ? null : { covered: a, total: b };
  };
  return {
    place,
    lines: pair("covered_lines", "num_statements"),
    branches: pair("covered_branches", "num_branches"),
    percent,
  };
}

const COUNTED: ReadonlySet<string> = new Set(["covered_lines", "num_statements", "covered_branches", "num_branches"]);

/** Holds a summary against what was counted. */
export function compareSummary(
  summary: Summary | null,
  counted: { readonly lines: Count; readonly branches: Count | null },
  { mismatches, remarks }: { readonly mismatches: Mismatches; readonly remarks: JsonRemarks },
): void {
  if (summary === null) return;
  const { place, percent } = summary;
  mismatches.compare(place, "lines", summary.lines, counted.lines);
  mismatches.compare(place, "branches", summary.branches, counted.branches);
  const total = counted.lines.total + (counted.branches?.total ?? 0);
  const covered = counted.lines.covered + (counted.branches?.covered ?? 0);
  const rate = total === 0 ? 100 : (covered / total) * 100;
  if (percent === null || Math.abs(percent - rate) <= PERCENT_SLACK) return;
  remarks.add("rate-differs", place, `percent_covered is ${percent}, and the records make ${rate} of it`);
}
