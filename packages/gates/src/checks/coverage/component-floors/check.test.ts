import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const files = [
  coveredFile("src/store/disk.ts", { lines: { covered: 4, total: 10 }, uncoveredLines: "2-7" }),
  coveredFile("src/store/memory.ts", { lines: { covered: 10, total: 10 }, uncoveredLines: "" }),
  coveredFile("src/cart.ts"),
];

function judged(...components: readonly JsonObject[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] }, params: { components } });
}

test("only the component's own files count, and a file may be in several", () => {
  const result = judged(
    { id: "store", paths: ["src/store/*"], lines: 70 },
    { id: "all", paths: ["src/**"], lines: 76 },
  );
  assert.equal(result.outcome, "pass");
  assert.equal(result.observed, "store lines 70.00%, all lines 76.66%");
  assert.equal(result.threshold, "store lines 70%, all lines 76%");
});

test("a miss names the component, how much is short and where", () => {
  const result = judged({ id: "store", paths: ["src/store/*"], lines: 90 });
  assert.equal(result.reason, "component store: lines 70.00% (14 of 20), 4 lines short of 90%");
  assert.deepEqual(result.locations, [{ file: "src/store/disk.ts", line: 2, text: "6 of 10 lines uncovered: 2-7" }]);
});

test("every pattern of a component has to fit something", () => {
  const result = judged({ id: "store", paths: ["src/store/*", "lib/**"], lines: 70 });
  assert.equal(result.code, "rule-matches-nothing");
  assert.equal(result.reason, "component store: the pattern lib/** fits no measured file");
});

test("uncovered lines may be limited alone", () => {
  assert.equal(judged({ id: "store", paths: ["src/store/*"], maxUncovered: 6 }).outcome, "pass");
  assert.equal(judged({ id: "store", paths: ["src/store/*"], maxUncovered: 5 }).observed, 6);
});

test("without components there is nothing to judge, and a bad pattern is an error", () => {
  assert.equal(judged().outcome, "not-applicable");
  assert.equal(judged({ id: "a", paths: ["!src"], lines: 1 }).code, "check-threw");
});
