import assert from "node:assert/strict";
import { test } from "node:test";
import type { Count, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

const count = (covered: number, total: number): Count => ({ covered, total });
const report = (lines: Count) => coverage({ files: [coveredFile("a.ts", { lines })] });

function judged(before: Count, now: Count, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [report(now)] },
    baselineFacts: promotedCoverage([report(before)]),
    params,
  });
}

test("the tolerance is met exactly", () => {
  assert.equal(judged(count(90, 100), count(88, 100)).outcome, "pass");
  assert.equal(judged(count(90, 100), count(8799, 10_000)).code, "fell");
  assert.equal(judged(count(9_000, 10_000), count(8799, 10_000), { tolerancePoints: 2.01 }).outcome, "pass");
  assert.equal(judged(count(90, 100), count(89, 100), { tolerancePoints: 0 }).code, "fell");
});

test("a share that falls because covered code went away only warns", () => {
  const result = judged(count(90, 100), count(10, 20));
  assert.equal(result.outcome, "warn");
  assert.match(
    result.reason,
    /fell from 90\.00% \(90 of 100\) to 50\.00% \(10 of 20\), 2 points .*; 10 are uncovered, then 10$/,
  );
  assert.equal(judged(count(90, 100), count(9, 20)).code, "fell");
});

test("so many more may be uncovered: by share of what there was, or as the profile says", () => {
  assert.equal(judged(count(900, 1000), count(1880, 2000)).outcome, "pass", "20 more of 1000");
  assert.equal(judged(count(900, 1000), count(1879, 2000)).code, "more-uncovered");
  assert.equal(judged(count(900, 1000), count(1879, 2000), { maxMoreUncovered: { lines: 21 } }).outcome, "pass");
  assert.equal(judged(count(900, 1000), count(1879, 2000), { maxMoreUncovered: { branches: 0 } }).outcome, "warn");
});

test("a rise passes, and nothing then is nothing to fall from", () => {
  assert.equal(judged(count(0, 100), count(100, 100)).outcome, "pass");
  assert.equal(judged(count(0, 0), count(1, 100)).outcome, "pass");
});

test("a fall shows where lines are uncovered, the count that would do is said", () => {
  const result = judged(count(90, 100), count(50, 100));
  assert.equal(result.flip, "would warn at <= 10 uncovered lines");
  assert.deepEqual(result.locations, [{ file: "a.ts", line: 7, text: "50 of 100 lines uncovered: 7" }]);
});

test("figures of another instrument are not compared, limits that are none are an error", () => {
  const scene = {
    bodies: { [KIND.coverage]: [coverage()] },
    baselineFacts: promotedCoverage([coverage({ instrumenter: "v8" })]),
  };
  assert.equal(judgeScene(check, scene).code, "other-instrument");
  for (const maxMoreUncovered of [null, [], { lines: -1 }, { rows: 1 }] as const)
    assert.equal(judged(count(1, 1), count(1, 1), { maxMoreUncovered }).code, "check-threw");
});
