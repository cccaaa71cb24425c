import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadReport } from "../commands/load-report-flags.ts";
import { askedReport } from "./asked-report.ts";

test("nothing asked is the whole run", () => {
  assert.deepEqual(askedReport({}), { fromS: 0, toS: null, percentiles: [], objectives: [] });
});

test("a part in whole seconds, percentiles as people write them, objectives none twice", () => {
  const { percentiles, objectives, ...part } = askedReport({ from: "0s", to: "2m", percentile: ["99.99", "p50", "5"] });
  assert.deepEqual(part, { fromS: 0, toS: 120 });
  assert.deepEqual(percentiles, [
    ["99.99", 0.9999],
    ["p50", 0.5],
    ["5", 0.05],
  ]);
  assert.deepEqual(objectives, []);
  assert.equal(askedReport({ slo: ["99% ok", "99% ok", "p99 < 1s"] }).objectives.length, 2);
});

const WRONG: readonly (readonly [LoadReport, RegExp])[] = [
  [{ from: "500ms" }, /--from 500ms is not in whole seconds/],
  [{ to: "soon" }, /--to soon is not in whole seconds/],
  [{ from: "5s", to: "5s" }, /--to 5s is not behind --from 5s/],
  [{ percentile: ["100"] }, /--percentile 100 is not/],
  [{ percentile: ["0"] }, /--percentile 0 is not/],
  [{ percentile: ["1e1"] }, /--percentile 1e1 is not/],
  [{ percentile: ["-5"] }, /--percentile -5 is not/],
  [{ slo: ["always"] }, /--slo: /],
  [{ slo: ["99% ok"], to: "5s" }, /--slo is about the whole run/],
];

for (const [flags, message] of WRONG) {
  test(`refused: ${JSON.stringify(flags)}`, () => {
    assert.throws(() => askedReport(flags), { code: "HP-USAGE", message });
  });
}
