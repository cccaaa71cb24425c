import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckResult } from "@holdpoint/core";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { explainCheck, explainHolds } from "./explain.ts";

const failed: CheckResult = {
  id: "no-failed-tests",
  outcome: "fail",
  code: "tests-failed",
  observed: 3,
  threshold: 0,
  reason: "3 tests failed",
  flip: "would pass at 0",
  remediation: "Repair them.",
  sections: ["L"],
  params: {},
  evidence: [],
  locations: [],
  waiver: null,
};

test("a failed check is told in its own words", () => {
  assert.deepEqual(explainCheck(failed), {
    reason: "3 tests failed",
    seen: "3",
    wanted: "0",
    flip: "would pass at 0",
    remediation: "Repair them.",
    locations: [],
  });
});

test("what could not be judged is told in the words of the rules, what the check saw still comes first", () => {
  const missing: CheckResult = {
    ...failed,
    outcome: "missing",
    code: "evidence-missing",
    observed: null,
    threshold: null,
    flip: null,
  };
  const told = explainCheck(missing);
  assert.equal(told.seen, "no evidence");
  assert.equal(told.wanted, "evidence measured for this candidate");
  assert.match(told.remediation ?? "", /holdpoint plan/);
  assert.equal(explainCheck({ ...missing, observed: 2 }).seen, "2");
});

test("nothing is to be done about a pass or a question that was not asked", () => {
  for (const outcome of ["pass", "not-applicable"] as const) {
    assert.equal(explainCheck({ ...failed, outcome }).remediation, null);
  }
  for (const outcome of ["fail", "warn", "error", "missing", "stale", "waived"] as const) {
    assert.equal(explainCheck({ ...failed, outcome }).remediation, "Repair them.");
  }
});

test("every hold reason is told, neighbours that say the same together", () => {
  const holds = explainHolds(HELD.judgement);
  const told = holds.reduce((sum, hold) => sum + Math.max(1, hold.checks.length), 0);
  assert.equal(told, HELD.judgement.holdReasons.length);
  assert.deepEqual(
    holds.map((hold) => hold.title),
    [
      "load",
      "candidate / clean-tree",
      "tests / no-failed-tests",
      "coverage / lines-covered, branches-covered",
      "dependencies / lock-agrees-with-manifest",
      "automation-coverage / plants-caught",
      "automation-coverage / artifacts-validate",
      "verdict",
    ],
  );
});

test("reasons that name different places stay apart", () => {
  const { judgement } = HELD;
  const gate = {
    ...judgement.gates[0],
    id: "g",
    checks: [failed, { ...failed, id: "other" }],
  } as (typeof judgement.gates)[0];
  const reason = { gate: "g", outcome: "fail", code: "tests-failed", text: "3 tests failed" };
  const told = (checks: readonly CheckResult[]): number =>
    explainHolds({
      ...judgement,
      gates: [{ ...gate, checks }],
      holdReasons: checks.map((check) => ({ ...reason, check: check.id })),
    }).length;
  assert.equal(told(gate.checks), 1);
  assert.equal(told(gate.checks.map((check, index) => ({ ...check, locations: [{ file: `${index}`, text: "" }] }))), 2);
  assert.equal(told([failed, { ...failed, id: "other", remediation: "Something else." }]), 2);
});

test("a promotion has nothing to explain", () => {
  assert.deepEqual(explainHolds(PROMOTED.judgement), []);
});
