import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReplayDifference } from "../evidence/soak.ts";
import { replayText } from "./replay-text.ts";

const NOBODY = { kpi: null, rule: null, parameter: null };

function told(difference: ReplayDifference): string {
  return replayText({ agrees: false, iterations: 2, difference });
}

test("what agrees says how much of it, and nothing is no agreement", () => {
  assert.equal(
    replayText({ agrees: true, iterations: 8, difference: null }),
    "the decisions of 8 iterations came out again",
  );
  assert.equal(replayText({ agrees: false, iterations: 0, difference: null }), "nothing was decided");
});

test("a difference is told with its iteration, rule and parameter, what is there and what was recorded", () => {
  const about = { ...NOBODY, rule: "slow", parameter: "pool.size" };
  assert.equal(
    told({ iteration: 3, field: "proposed", ...about, recorded: '{"to":4}', replayed: null }),
    'iteration 3: the decision of slow on pool.size is none, recorded is {"to":4}',
  );
  assert.equal(
    told({ iteration: 5, field: "values", ...NOBODY, kpi: "p95", recorded: "200", replayed: "400" }),
    "iteration 5: the value of p95 is 400, recorded is 200",
  );
  assert.equal(
    told({ iteration: 1, field: "iteration", ...NOBODY, recorded: "2", replayed: "1" }),
    "iteration 1: its number is 1, recorded is 2",
  );
});

test("however much differs, a line of it is told", () => {
  const long = "x".repeat(10_000);
  assert.ok(told({ iteration: 1, field: "guards", ...NOBODY, recorded: long, replayed: long }).length < 600);
});
