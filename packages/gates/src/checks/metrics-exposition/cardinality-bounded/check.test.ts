import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { exposition, expositionScene, family } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("exactly the bound is allowed", () => {
  const scene = expositionScene({ families: [family("a", { series: 15 })] });
  const judged = (familySeriesMax: number, seriesMax: number): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...scene, params: { familySeriesMax, seriesMax } });
  assert.equal(judged(15, 20).outcome, "pass");
  assert.equal(judged(14, 20).reason, "1 metric with more than 14 series: a of api (15)");
  assert.equal(judged(15, 19).reason, "1 page with more than 19 series: api (20)");
});

test("the scrape with the most series counts, and several that offend are all told", () => {
  const [first, second] = exposition().scrapes;
  assert.ok(first !== undefined && second !== undefined);
  const scrapes = [{ ...first, samples: 50 }, second];
  const families = ["a", "b"].map((name) => family(name, { series: 30 }));
  const result = judgeScene(check, {
    ...expositionScene({ scrapes, families }),
    params: { familySeriesMax: 29, seriesMax: 49 },
  });
  assert.equal(result.code, "family-too-wide");
  assert.equal(
    result.reason,
    "2 metrics with more than 29 series: a of api (30), b of api (30); 1 page with more than 49 series: api (50)",
  );
});

test("every page has the bound for itself", () => {
  const bodies = { "metrics-exposition": [exposition(), exposition({ source: "worker" })] };
  const judged = (seriesMax: number): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...expositionScene(), bodies, params: { seriesMax } });
  assert.equal(judged(20).outcome, "pass");
  assert.equal(judged(19).observed, 2);
});
