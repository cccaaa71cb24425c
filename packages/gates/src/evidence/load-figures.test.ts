import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, LoadBody, LoadFigures } from "@holdpoint/core";
import { KIND, LOADS_LISTED_MAX, sceneEvidence } from "@holdpoint/core";
import { performance } from "../gates/performance.ts";
import { load, loadTerms } from "../scenes/load.ts";
import { performanceFigures } from "./load-figures.ts";

function figures(...runs: readonly LoadBody[]): LoadFigures {
  const evidence = sceneEvidence({ bodies: { [KIND.load]: runs } });
  return performanceFigures({ of: () => evidence } as unknown as CheckInput) as unknown as LoadFigures;
}

test("each run is told with both clocks, its rate, its failures, and what it may be compared with", () => {
  assert.equal(performance.figures, performanceFigures);
  const { runs, runsCount } = figures(load({ id: "b" }), load({ id: "a", completed: 900, failed: 60, dropped: 40 }));
  assert.equal(runsCount, 2);
  const [first, second] = runs;
  assert.deepEqual([first?.id, first?.failedShare], ["a", 0.1]);
  const { response, service, ...rest } = second ?? {};
  assert.deepEqual(rest, {
    id: "b",
    tool: "holdpoint",
    validity: "valid",
    planSha256: "a".repeat(64),
    testbedSha256: "b".repeat(64),
    testbed: "2 cores",
    achieved: 500,
    failedShare: 0,
  });
  assert.deepEqual(Object.keys(response ?? {}), ["p50", "p95", "p99"]);
  assert.ok((response?.p99 ?? 0) >= 100 && (service?.p50 ?? 0) >= 20);
});

test("an invalid run is told and has no figures, nor has one without a request a share of failures", () => {
  const invalid = load({ validity: "invalid", reasons: [{ code: "lag", text: "late" }] });
  const [run] = figures(invalid).runs;
  assert.equal(run?.validity, "invalid");
  assert.deepEqual([run?.response, run?.service, run?.achieved, run?.failedShare], [null, null, null, null]);
  const none = load({ completed: 0, failed: 0, dropped: 0, response: null, achieved: null });
  const [empty] = figures(none).runs;
  assert.deepEqual([empty?.response, empty?.achieved, empty?.failedShare], [null, null, null]);
});

test("the search for a limit has no trend here, and no list is without end", () => {
  assert.deepEqual(figures(load({ id: "capacity" })), { runs: [], runsCount: 0 });
  assert.deepEqual(figures(), { runs: [], runsCount: 0 });
  const many = figures(
    ...Array.from({ length: 60 }, (_, at) => load({ id: `load-${100 + at}`, windows: [], series: [] })),
  );
  assert.deepEqual([many.runs.length, many.runsCount, many.runs[0]?.id], [LOADS_LISTED_MAX, 60, "load-100"]);
});

test("names are cut, and the order is the same whatever came first", () => {
  const long = load({ id: "x".repeat(999), tool: { name: "y".repeat(999), version: null } });
  assert.deepEqual(
    figures(long).runs.map(({ id, tool }) => [id.length, tool.length]),
    [[200, 200]],
  );
  const [here, there] = [load(), load({ terms: loadTerms({ testbedSha256: "c".repeat(64) }) })];
  assert.deepEqual(figures(here, there), figures(there, here));
});
