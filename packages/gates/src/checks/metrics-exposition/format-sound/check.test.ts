import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("what other checks answer for is not told twice", () => {
  const problems = (["counter-fell", "missing-help", "duplicate-series", "unit-not-base"] as const).map((code) =>
    problemOf(code),
  );
  assert.equal(judgeScene(check, expositionScene({ problems })).outcome, "pass");
});

test("the place is told with file and line", () => {
  const result = judgeScene(
    check,
    expositionScene({ problems: [problemOf("bad-labels", { text: "a comma is wanted" })] }),
  );
  assert.deepEqual(result.locations, [{ file: "metrics/2.prom", line: 7, text: "a comma is wanted" }]);
  assert.equal(result.reason, "1 place where the format is broken: metrics/2.prom line 7: a comma is wanted");
});

test("many places are one finding with the first few named and all counted", () => {
  const problems = Array.from({ length: 9 }, (_, index) =>
    problemOf("bad-value", { line: index + 1, text: `p${index}` }),
  );
  const result = judgeScene(check, expositionScene({ problems }));
  assert.equal(result.observed, 9);
  assert.match(result.reason, /^9 places where the format is broken: .*p0, .*p1, .*p2 and 6 more$/);
  assert.equal(result.locations[8]?.line, 9);
});

test("a place in a page that was asked for over a network is told with the name of the service", () => {
  const scene = expositionScene({ problems: [problemOf("bad-value", { scrape: 7, text: "no number" })] });
  const result = judgeScene(check, scene);
  assert.deepEqual(
    [result.reason, result.locations],
    ["1 place where the format is broken: api line 7: no number", []],
  );
});
