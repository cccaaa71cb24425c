import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { soak } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

const PLACE = {
  iteration: 3,
  field: "proposed",
  kpi: null,
  rule: "more-hands",
  parameter: "executor.concurrency",
} as const;
const OTHERWISE = { agrees: false, iterations: 2, difference: { ...PLACE, recorded: '{"to":12}', replayed: null } };

test("it names the run, and one that agrees does not make up for it", () => {
  const bodies = { [KIND.soak]: [soak(), soak({ id: "night", run: "RUN_7", replay: OTHERWISE })] };
  const { outcome, reason } = judgeScene(check, { bodies });
  assert.deepEqual(
    [outcome, reason],
    [
      "fail",
      "1 soak decided otherwise than its record gives: night (RUN_7), " +
        'iteration 3: the decision of more-hands on executor.concurrency is none, recorded is {"to":12}',
    ],
  );
});

test("it says how many were replayed", () => {
  const { reason } = judgeScene(check, { bodies: { [KIND.soak]: [soak()] } });
  assert.equal(reason, "the decisions of 8 iterations came out again");
});
