import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage-regression", check);

test("a file whose lines are not measured at all keeps what it has", () => {
  const files = [coveredFile("a.ts"), coveredFile("b.ts", { lines: null, coveredLines: "", uncoveredLines: "" })];
  assert.equal(judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ files })] } }).outcome, "pass");
});

test("it is decided in a first release too", () => {
  const result = judgeScene(check, check.sound());
  assert.deepEqual(
    [result.outcome, result.reason],
    ["pass", "3 files left for the next release, with the lines of each"],
  );
});
