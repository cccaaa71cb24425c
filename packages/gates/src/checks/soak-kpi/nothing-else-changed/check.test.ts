import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakTuning } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { tuning, withIterations } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

const judged = (tuningOf: (iteration: number) => Partial<SoakTuning>): readonly [string, string] => {
  const scene = withIterations((one) => ({ ...one, tuning: tuning(tuningOf(one.iteration)) }));
  const { outcome, reason } = judgeScene(check, scene);
  return [outcome, reason];
};

test("what the plan names may change with all below it, and nothing else", () => {
  const named = judged(() => ({ others: ["generation", "generation.times.last"] }));
  assert.equal(named[0], "pass");
  const [outcome, reason] = judged((iteration) => ({ others: iteration === 4 ? ["cache.size", "generation"] : [] }));
  assert.equal(outcome, "fail");
  assert.match(reason, /^1 leaf changed that is no parameter: cache\.size \(market iteration 4\)$/);
});

test("parameters that one iteration changed are what the next one has to find", () => {
  const found = ["a", "a", "b", "b", "c", "c", "c", "c"];
  const left = ["a", "b", "b", "c", "c", "c", "c", "c"];
  const state = (iteration: number) => ({
    stateBefore: found[iteration - 1] ?? null,
    stateAfter: left[iteration - 1] ?? null,
  });
  assert.equal(judged(state)[0], "pass");
  assert.match(judged((one) => (one === 2 ? { ...state(2), stateBefore: "x" } : state(one)))[1], /market iteration 2/);
});

test("where the configuration could not be read nothing is said of it", () => {
  const state = (iteration: number) => ({
    stateBefore: iteration % 2 ? null : "a",
    stateAfter: iteration % 2 ? null : "b",
  });
  assert.equal(judged(state)[0], "pass");
});
