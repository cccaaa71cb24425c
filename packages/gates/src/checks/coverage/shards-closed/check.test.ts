import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { asParam, coverage } from "../../../scenes/coverage.ts";
import { suiteRun } from "../../../scenes/suite-run.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const run = { [KIND.suiteRun]: [suiteRun()] };

test("every shard that is missing is told by its name, whoever names it", () => {
  const result = judgeScene(check, {
    bodies: { ...run, [KIND.coverage]: [coverage()] },
    params: {
      shards: asParam([
        { id: "linux", reports: ["unit"], suites: ["linux"] },
        { id: "windows", reports: ["win"], suites: [] },
      ]),
    },
  });
  assert.equal(result.code, "shard-missing");
  assert.equal(
    result.reason,
    'shard linux: its report "unit" has not come; shard linux: its suite "linux" has not come; ' +
      'shard windows: its report "win" has not come',
  );
});

test("a report that was made in one place is of no shard", () => {
  assert.equal(judgeScene(check, { bodies: { ...run, [KIND.coverage]: [coverage()] } }).outcome, "not-applicable");
});

test("a shard that only runs tests brings no coverage", () => {
  const shards = asParam([{ id: "lint", reports: [], suites: ["unit"] }]);
  const result = judgeScene(check, { bodies: { ...run, [KIND.coverage]: [coverage()] }, params: { shards } });
  assert.deepEqual([result.outcome, result.reason], ["pass", "all of 1 shard have come, 0 with coverage"]);
});
