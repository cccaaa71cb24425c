import assert from "node:assert/strict";
import { test } from "node:test";
import { COVERAGE_METRICS } from "@holdpoint/core";
import { NOTHING_COUNTED } from "./file-counts.ts";
import { LineHitsBuilder } from "./line-hits.ts";
import { metricCount } from "./metric-counts.ts";
import { PointsBuilder } from "./points.ts";

test("records are counted, totals stand in where there are none, and what is in neither was not measured", () => {
  const lines = new LineHitsBuilder();
  lines.add(1, 4);
  lines.add(2, 0);
  const branches = new PointsBuilder();
  branches.add(1, 7, 0, true);
  branches.add(1, 8, 0, false);
  branches.add(2, 7, 0, false);
  const counts = {
    ...NOTHING_COUNTED,
    lines: lines.finish().lines,
    branches: branches.finish(),
    totals: { lines: { covered: 9, total: 9 }, functions: { covered: 1, total: 3 } },
  };
  assert.deepEqual(
    COVERAGE_METRICS.map((metric) => metricCount(counts, metric)),
    [{ covered: 1, total: 2 }, { covered: 1, total: 3 }, { covered: 1, total: 3 }, null, null],
  );
  assert.deepEqual(metricCount({ ...counts, lines: new Uint32Array() }, "lines"), { covered: 0, total: 0 });
});
