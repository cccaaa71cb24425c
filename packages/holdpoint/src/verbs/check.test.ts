import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckResult, GateResult } from "@holdpoint/core";
import { checkText } from "./check.ts";

const check = (id: string, change: Partial<CheckResult> = {}): CheckResult => ({
  id,
  outcome: "pass",
  code: "pass",
  observed: 0,
  threshold: 0,
  reason: "fine",
  flip: null,
  remediation: `Repair ${id}.`,
  sections: ["L"],
  params: {},
  evidence: [],
  locations: [],
  waiver: null,
  ...change,
});

const gate = (checks: readonly CheckResult[], change: Partial<GateResult> = {}): GateResult => ({
  id: "tests",
  title: "Tests",
  verdict: "PASS",
  blocking: true,
  sections: ["L"],
  checks,
  ...change,
});

const END = "\n\nA check is no promotion: `holdpoint promote` goes the whole way.";

test("what passed is counted, what does not apply is not", () => {
  assert.equal(
    checkText([gate([check("a"), check("b", { outcome: "not-applicable" })])]),
    `PASS  tests  blocking  1 of 1 checks passed${END}`,
  );
});

test("what holds or warns says why, what would flip it, and what to do", () => {
  const failed = check("a", {
    outcome: "fail",
    code: "test-failed",
    reason: "1 of 2 failed",
    flip: "would pass with 0",
  });
  const warned = check("b", { outcome: "warn", code: "flaky", reason: "1 flaky" });
  assert.equal(
    checkText([gate([failed, warned], { verdict: "FAIL", blocking: false })]),
    `FAIL  tests  advisory  0 of 2 checks passed

fail tests: a (test-failed)
  1 of 2 failed
  would pass with 0
  Repair a.

warn tests: b (flaky)
  1 flaky
  Repair b.${END}`,
  );
});

test("checks that say the very same thing are said once", () => {
  const missing = { outcome: "missing", code: "evidence-missing", reason: "there is none" } as const;
  assert.equal(
    checkText([gate([check("a", missing), check("b", missing)], { verdict: "INCONCLUSIVE" })]),
    `INCONCLUSIVE  tests  blocking  0 of 2 checks passed

missing tests: a, b (evidence-missing)
  there is none${END}`,
  );
});
