import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, CheckResult, Gate, Judgement } from "@holdpoint/core";
import { FIXTURE_GATES } from "../config/fixture.ts";
import { checkText, gateText, listText } from "./explain-text.ts";

const [, base] = FIXTURE_GATES as readonly [Gate, Gate];
const check: Check = {
  ...(base.checks[0] as Check),
  definition: {
    ...(base.checks[0] as Check).definition,
    id: "skipped-within-limit",
    title: "Few tests are skipped",
    question: "Are few tests skipped?",
    motivation: "A skipped test says nothing.",
    remediation: "Take the skip out.",
    baseline: "required",
    reasons: { "too-many-skipped": "more than the limit" },
    params: { max: 0, names: ["a"] },
  },
  plants: [
    {
      id: "two-skipped",
      harm: "two tests are skipped",
      expect: { outcome: "fail", code: "too-many-skipped" },
      plant: (scene) => scene,
    },
  ],
};
const gate: Gate = { ...base, title: "Tests", question: "Do they pass?", checks: [check] };

const result: CheckResult = {
  id: "skipped-within-limit",
  outcome: "fail",
  code: "too-many-skipped",
  observed: 2,
  threshold: "at most 1",
  reason: "2 of 9 tests are skipped",
  flip: "would pass at <= 1",
  remediation: "",
  sections: ["L"],
  params: { max: 1, names: ["a"] },
  evidence: ["sha256:abc"],
  locations: [],
  waiver: null,
};
const judgement = {
  run: "run-7",
  gates: [{ id: "tests", verdict: "FAIL", blocking: true, checks: [result] }],
} as unknown as Judgement;

test("the list has every gate with its checks", () => {
  assert.equal(
    listText([gate]),
    "tests: Do they pass?\n  skipped-within-limit  Few tests are skipped\n\n" +
      "`holdpoint explain GATE/CHECK` says all about one check.",
  );
});

test("a gate with its latest run", () => {
  assert.equal(
    gateText(gate, judgement),
    `Tests (tests)
Do they pass?
Sections: L Testing Strategy
Run run-7: FAIL, blocking

fail  skipped-within-limit  2 of 9 tests are skipped`,
  );
});

test("a gate that was never judged", () => {
  assert.match(gateText(gate, null), /There is no run yet\.\n\n- {2}skipped-within-limit {2}Are few tests skipped\?$/);
  assert.match(gateText(gate, { ...judgement, gates: [] }), /Run run-7 did not judge it\./);
});

test("a check with numbers, parameters in force, and what would flip it", () => {
  assert.equal(
    checkText(gate, check, judgement, result),
    `tests/skipped-within-limit: Few tests are skipped
Are few tests skipped?

A skipped test says nothing.

Run run-7: fail (too-many-skipped)
  observed  2
  wanted    at most 1
  because   2 of 9 tests are skipped
  flip      would pass at <= 1
  evidence  sha256:abc

Parameters
  max    1      (default 0)
  names  ["a"]  (default)

Ways not to pass
  too-many-skipped  more than the limit

What to do (effort: low)
  Take the skip out.

Looks at: test-results, and the last promotion
Sections: L Testing Strategy
Planted violations that it must catch
  two-skipped  fail too-many-skipped  two tests are skipped`,
  );
});

test("a check without a run shows its defaults, and one without parameters says so", () => {
  const text = checkText(gate, check, null, null);
  assert.match(text, /There is no run yet\.\n\nParameters\n {2}max {4}0 {6}\(default\)/);
  const bare: Check = { ...check, definition: { ...check.definition, params: {}, baseline: "none" } };
  assert.match(checkText(gate, bare, null, null), /Parameters\n {2}none\n/);
  assert.match(checkText(gate, bare, null, null), /Looks at: test-results\n/);
});
