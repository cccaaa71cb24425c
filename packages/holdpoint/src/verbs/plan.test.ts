import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanDocument } from "@holdpoint/release";
import { planText } from "./plan.ts";

const PLAN: PlanDocument = {
  schema: "holdpoint/plan-preview/v1",
  profile: "release",
  gates: [
    { id: "tests", blocking: true, exists: true, checks: 12, needs: ["test-results"] },
    { id: "gone", blocking: false, exists: false, checks: 0, needs: [] },
  ],
  suites: [
    {
      id: "unit",
      command: "node --test",
      timeoutMs: 120_000,
      reports: [{ glob: "reports/*.xml", state: "will be written", ageMs: 3_600_000 }],
    },
    { id: "old", command: null, timeoutMs: 1, reports: [{ glob: "old.xml", state: "absent", ageMs: null }] },
  ],
  evidence: [
    { kind: "test-results", from: "collector", maxAgeMs: 86_400_000 },
    { kind: "traces", from: "nothing", maxAgeMs: 3_600_000 },
  ],
  requiredGates: ["tests"],
  requiredSections: ["L"],
  uncoverable: ["Q"],
  baseline: "last-promoted",
  firstRelease: "allow",
  notJudged: [{ suite: "kill", reason: "takes ten minutes" }],
};

test("what would run, what is missing, and why", () => {
  assert.equal(
    planText(PLAN),
    `Profile release, compared with last-promoted; without one: first release allowed

Suites, in this order
  unit: node --test (at most 2 m 00 s)
    reports/*.xml: will be written, now 1 h 00 m old
  old: reports are imported
    old.xml: absent
  kill: not judged (takes ten minutes)

Evidence
  test-results  from collector      at most 24 h 00 m old
  traces        NOTHING GATHERS IT  at most 1 h 00 m old

Gates (required: tests and sections L)
  tests  blocking  12 checks
  gone   advisory  DOES NOT EXIST

No check of these gates can cover section Q.`,
  );
});

test("a plan of nothing says so", () => {
  const bare: PlanDocument = {
    ...PLAN,
    suites: [],
    notJudged: [],
    requiredGates: [],
    requiredSections: [],
    uncoverable: [],
    firstRelease: "refuse",
  };
  const text = planText(bare);
  assert.match(text, /without one: hold\n/);
  assert.match(text, /Suites, in this order\n {2}none\n/);
  assert.match(text, /Gates \(required: none\)\n/);
  assert.ok(!text.includes("can cover"));
});
