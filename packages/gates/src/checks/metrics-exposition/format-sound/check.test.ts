import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { exposition, expositionScene, problemOf } from "../../../scenes/exposition.ts";
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

test("a list that was cut stands for what it lists, an empty one that was cut for nothing", () => {
  const cut = (...problems: readonly ReturnType<typeof problemOf>[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, expositionScene({ problems, problemsLeftOut: 1 }));
  assert.equal(cut().reason, "1 problem of api found and not one listed");
  assert.equal(cut(problemOf("counter-fell")).outcome, "pass", "counters-never-fall tells that one");
  assert.equal(cut(problemOf("bad-value")).code, "format-broken");
});

test("one page whose list was emptied is not hidden by the list of another", () => {
  const bodies = [exposition({ problems: [problemOf("bad-value")] }), exposition({ source: "b", problemsLeftOut: 2 })];
  const result = judgeScene(check, { ...expositionScene(), bodies: { "metrics-exposition": bodies } });
  assert.equal(result.code, "none-listed", "what is not known comes before what failed");
  assert.match(result.reason, /^2 problems of b .*; 1 place where the format is broken/);
});
