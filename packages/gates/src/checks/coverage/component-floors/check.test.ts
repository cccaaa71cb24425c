import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const files = [
  coveredFile("src/store/disk.ts", { lines: { covered: 4, total: 10 }, uncoveredLines: "2-7" }),
  coveredFile("src/store/memory.ts", { lines: { covered: 10, total: 10 }, uncoveredLines: "" }),
  coveredFile("src/cart.ts"),
];

function judged(...components: readonly Partial<ComponentConfig>[]): ReturnType<typeof judgeScene> {
  const params = { components: asParam(components.map((one) => component(one))) };
  const exceptions = coverageExceptions({ exceptions: [] });
  const bodies = { [KIND.coverage]: [coverage({ files })], [KIND.coverageExceptions]: [exceptions] };
  return judgeScene(check, { bodies, params });
}

test("only the component's own files count, and a file may be in several", () => {
  const result = judged({ floors: { lines: 70 } }, { id: "all", paths: ["src/**"], floors: { lines: 76 } });
  assert.equal(result.outcome, "pass");
  assert.equal(result.observed, "store lines 70.00%, all lines 76.66%");
  assert.equal(result.threshold, "store lines 70%, all lines 76%");
});

test("a miss names the component, how much is short and where", () => {
  const result = judged({ floors: { lines: 90 } });
  assert.equal(result.reason, "component store: lines 70.00% (14 of 20), 4 lines short of 90%");
  assert.deepEqual(result.locations, [{ file: "src/store/disk.ts", line: 2, text: "6 of 10 lines uncovered: 2-7" }]);
});

test("uncovered lines may be limited alone, and so may branches", () => {
  assert.equal(judged({ floors: {}, maxUncovered: { lines: 6 } }).outcome, "pass");
  assert.equal(judged({ floors: {}, maxUncovered: { lines: 5 } }).observed, 6);
  assert.equal(judged({ floors: {}, maxUncovered: { branches: 3 } }).observed, 4);
});

test("a soft floor warns, and a hard one beside it fails", () => {
  const soft = { floors: { lines: 90 }, advisoryUntil: "2099-01-01" };
  assert.equal(judged(soft).outcome, "warn");
  assert.equal(judged(soft, { id: "hard", floors: { lines: 90 } }).outcome, "fail");
});

test("critical components are another check's business", () => {
  assert.equal(judged({ critical: true, floors: { lines: 99 } }).outcome, "not-applicable");
});

test("without components there is nothing to judge, and a bad pattern is an error", () => {
  assert.equal(judged().outcome, "not-applicable");
  assert.equal(judged({ paths: ["!src"] }).code, "check-threw");
});
