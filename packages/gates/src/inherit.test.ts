import assert from "node:assert/strict";
import { test } from "node:test";
import type { BaselineGate, CheckInput } from "@holdpoint/core";
import { SCENE_CANDIDATE, SCENE_NOW_MS } from "@holdpoint/core";
import { withoutFacts } from "./inherit.ts";
import { judgedThen } from "./scenes/baseline-gates.ts";

function input(gates: readonly BaselineGate[]): CheckInput {
  const baseline = {
    choice: "last-promoted",
    verdict: "sha256:0",
    candidate: SCENE_CANDIDATE,
    promotedAt: "",
    policyDigest: "",
    gates,
    facts: {},
  } as const;
  return { candidate: SCENE_CANDIDATE, params: {}, baseline, nowMs: SCENE_NOW_MS, of: () => [] };
}

test("a check that judged the last promotion misses its facts", () => {
  const finding = withoutFacts(input(judgedThen("tests", "floor")), "tests", "floor", "a list");
  assert.equal(finding.outcome, "missing");
  assert.equal(finding.code, "baseline-silent");
  assert.equal(finding.reason, "the last promotion left no record of a list");
});

test("a new gate, and a new check of an old gate, have nothing to inherit", () => {
  for (const gates of [[], judgedThen("coverage", "floor"), judgedThen("tests", "other")]) {
    const finding = withoutFacts(input(gates), "tests", "floor", "a list");
    assert.equal(finding.outcome, "not-applicable");
    assert.equal(finding.code, "new-check");
  }
});
