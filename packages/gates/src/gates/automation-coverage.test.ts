import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlantScene, SelftestBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { artifact, artifacts } from "../scenes/artifacts.ts";
import { baselineGates } from "../scenes/baseline-gates.ts";
import { plan, plannedGate } from "../scenes/plan.ts";
import { rejudgement } from "../scenes/rejudgement.ts";
import { selftest } from "../scenes/selftest.ts";
import { suiteRun } from "../scenes/suite-run.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { automationCoverage } from "./automation-coverage.ts";

const whole: PlantScene = {
  bodies: {
    [KIND.plan]: [plan()],
    [KIND.artifacts]: [artifacts()],
    [KIND.rejudgement]: [rejudgement()],
    [KIND.selftest]: [selftest(plan())],
    [KIND.suiteRun]: [suiteRun()],
  },
};

test("a whole run passes; what compares with an earlier promotion does not apply yet", () => {
  const result = judgeWhole(automationCoverage, whole);
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["gates-not-dropped", "thresholds-not-loosened"]);
});

test("the same plan after its own promotion passes in every check", () => {
  const result = judgeWhole(automationCoverage, { ...whole, baselineFacts: {}, baselineGates: baselineGates(plan()) });
  assert.equal(ending(result, "pass").length, automationCoverage.checks.length);
});

test("removing a gate is seen from every side", () => {
  const smaller = plan({ gates: plan().gates.filter((gate) => gate.id !== "tests"), coveredSections: ["X", "D"] });
  const result = judgeWhole(automationCoverage, {
    bodies: { ...whole.bodies, [KIND.plan]: [smaller], [KIND.artifacts]: [{ artifacts: [artifact("candidate")] }] },
    baselineFacts: {},
    baselineGates: baselineGates(plan()),
  });
  assert.deepEqual(ending(result, "fail"), ["required-gates-judged", "sections-covered", "gates-not-dropped"]);
});

test("a check whose planted violations are removed fails the gate", () => {
  const result = judgeWhole(
    automationCoverage,
    withBody<SelftestBody>(whole, KIND.selftest, (body) => ({
      ...body,
      checks: body.checks.map((one, index) => (index === 0 ? { ...one, plants: 0 } : one)),
    })),
  );
  assert.equal(result.verdict, "FAIL");
  assert.deepEqual(ending(result, "fail"), ["every-check-planted"]);
});

test("a new gate without live plants is not let in", () => {
  const gates = [...plan().gates, plannedGate("soak")];
  const bigger = plan({ gates });
  const result = judgeWhole(automationCoverage, {
    bodies: {
      ...whole.bodies,
      [KIND.plan]: [bigger],
      [KIND.artifacts]: [{ artifacts: [...artifacts().artifacts, artifact("soak")] }],
    },
  });
  assert.deepEqual(ending(result, "fail"), ["every-check-planted", "live-plants-caught"]);
});

test("without evidence about itself nothing is decided", () => {
  const result = judgeWhole(automationCoverage, { bodies: {} });
  assert.equal(result.verdict, "INCONCLUSIVE");
  assert.equal(ending(result, "missing").length, automationCoverage.checks.length);
});
