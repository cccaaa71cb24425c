import assert from "node:assert/strict";
import { test } from "node:test";
import type { Count, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const count = (covered: number, total: number): Count => ({ covered, total });

function judged(before: Count, now: Count, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  const reports = [{ id: "unit", format: "lcov", instrumenter: "node" }];
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage({ files: [coveredFile("a.ts", { lines: now })] })] },
    baselineFacts: { coverage: { reports, totals: { lines: { ...before } }, files: ["a.ts"] } },
    params,
  });
}

test("the tolerance is met exactly", () => {
  assert.equal(judged(count(90, 100), count(88, 100)).outcome, "pass");
  assert.equal(judged(count(90, 100), count(8799, 10_000)).code, "fell");
  assert.equal(judged(count(90, 100), count(8799, 10_000), { tolerancePoints: 2.01 }).outcome, "pass");
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

test("a rise and new metrics pass", () => {
  assert.equal(judged(count(0, 100), count(100, 100)).outcome, "pass");
  assert.equal(judged(count(0, 0), count(1, 100)).outcome, "pass");
});

test("other instruments are compared only where the profile accepts that they cannot be", () => {
  const sound = check.sound();
  const bodies = { [KIND.coverage]: [coverage({ report: "all", instrumenter: "v8" })] };
  const refused = judgeScene(check, { ...sound, bodies });
  assert.equal(refused.observed, "all (lcov, v8)");
  assert.equal(refused.threshold, "unit (lcov, node)");
  assert.equal(
    judgeScene(check, { ...sound, bodies, params: { otherInstrument: "accept" } }).outcome,
    "not-applicable",
  );
});

test("a fall shows where lines are uncovered, the count that would do is said", () => {
  const result = judged(count(90, 100), count(50, 100));
  assert.equal(result.flip, "would warn at <= 10 uncovered lines");
  assert.deepEqual(result.locations, [{ file: "a.ts", line: 7, text: "50 of 100 lines uncovered: 7" }]);
});
