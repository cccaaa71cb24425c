import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOMES } from "../noun/outcome.ts";
import type { Outcome } from "../noun/outcome.ts";
import type { Policy } from "../noun/policy.ts";
import type { CheckResult, GateResult } from "../noun/result.ts";
import { SECTIONS } from "../noun/section.ts";
import type { SectionId } from "../noun/section.ts";
import { catalogueDigest, coveredSections, holdReasons } from "./decide.ts";
import { checkOf, policyOf } from "./fixtures.test.ts";
import { mergeOutcomes } from "./judge-gate.ts";
import { judgeScene } from "./plant.ts";

const CHECK: CheckResult = judgeScene(checkOf(), { bodies: { thing: [{ n: 1 }] } });

function result(id: string, outcomes: readonly Outcome[], rest: Partial<GateResult> = {}): GateResult {
  const checks = outcomes.map((outcome, index) => ({ ...CHECK, id: `c${index}`, outcome, code: `${outcome}-code` }));
  return { id, title: id, verdict: mergeOutcomes(outcomes), blocking: true, sections: ["L"], checks, ...rest };
}

function codes(policy: Policy, gates: readonly GateResult[], covered: readonly SectionId[] = []): string[] {
  return holdReasons(policy, gates, covered).map(
    ({ gate, check, outcome, code }) => `${gate}/${check} ${outcome} ${code}`,
  );
}

test("a whole run in which every blocking gate lets through has no reason to hold", () => {
  const policy = policyOf(["a", "b"], { requiredSections: ["L"] });
  assert.deepEqual(
    codes(policy, [result("a", ["pass"]), result("b", ["warn", "not-applicable", "waived"])], ["L"]),
    [],
  );
});

test("every holding outcome of a blocking gate is a reason, and nothing else is", () => {
  const gates = [result("a", OUTCOMES)];
  assert.deepEqual(codes(policyOf(["a"]), gates), [
    "a/c2 fail fail-code",
    "a/c3 error error-code",
    "a/c4 missing missing-code",
    "a/c5 stale stale-code",
  ]);
});

test("an advisory gate holds nothing, and only advisory gates hold as a whole", () => {
  const advisory = result("b", ["fail"], { blocking: false });
  const policy = policyOf(["a"], {
    gates: [
      { id: "a", blocking: true, params: {} },
      { id: "b", blocking: false, params: {} },
    ],
  });
  assert.deepEqual(codes(policy, [result("a", ["pass"]), advisory]), []);
  assert.deepEqual(codes(policyOf([]), [advisory]), ["verdict/null fail no-blocking-gate"]);
  assert.deepEqual(codes(policyOf([]), []), ["verdict/null fail no-blocking-gate"]);
});

test("a blocking gate in which nothing was decided holds", () => {
  assert.deepEqual(codes(policyOf(["a"]), [result("a", [])]), ["a/null missing gate-empty"]);
  assert.deepEqual(codes(policyOf(["a"]), [result("a", ["not-applicable"])]), ["a/null missing gate-empty"]);
});

test("a required gate that is gone holds, and so does one of the profile that nobody knows", () => {
  const gates = [result("a", ["pass"])];
  assert.deepEqual(codes(policyOf(["a"], { requiredGates: ["a", "b"] }), gates), ["b/null fail required-gate-missing"]);
  assert.deepEqual(codes(policyOf(["a", "b"]), gates), ["b/null fail required-gate-missing"], "told once");
  assert.deepEqual(codes(policyOf(["a", "b"], { requiredGates: [] }), gates), ["b/null fail gate-unknown"]);
});

test("a partial run holds whatever it found", () => {
  assert.deepEqual(codes(policyOf(["a"], { partial: true }), [result("a", ["pass"])]), [
    "verdict/null fail partial-run",
  ]);
});

test("a required section that nothing covers holds", () => {
  const policy = policyOf(["a"], { requiredSections: ["L", "K"] });
  assert.deepEqual(codes(policy, [result("a", ["pass"])], ["L"]), ["verdict/null fail required-section-uncovered"]);
});

test("only a check that decided on evidence covers its sections", () => {
  const covers = (outcome: Outcome): boolean => coveredSections([result("a", [outcome])]).includes("L");
  assert.deepEqual(OUTCOMES.filter(covers), ["pass", "warn", "fail", "waived"]);
  const several = result("a", ["pass", "pass"]);
  const checks = several.checks.map((check, index) => ({
    ...check,
    sections: [
      ["Y", "A"],
      ["L", "A"],
    ][index] as SectionId[],
  }));
  assert.deepEqual(
    coveredSections([{ ...several, checks }]),
    ["A", "L", "Y"],
    "in the order of the catalogue, each once",
  );
});

test("the catalogue is the one of the audit, by its digest", () => {
  assert.equal(SECTIONS.length, 25);
  assert.equal(SECTIONS.map((section) => section.id).join(""), "ABCDEFGHIJKLMNOPQRSTUVWXY");
  assert.match(catalogueDigest(), /^sha256:[0-9a-f]{64}$/);
});
