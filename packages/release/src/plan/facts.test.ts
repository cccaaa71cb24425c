import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, Gate, GateResult, JudgeInput } from "@holdpoint/core";
import { judgeGates, sceneEvidence } from "@holdpoint/core";
import { CANDIDATE, configOf, profileOf } from "../testing.ts";
import { CHECK, GATE } from "../testing-run.ts";
import { promotionOf } from "../record/promotion.ts";
import { candidateOf } from "./candidate.ts";
import { factsOf, inheritedGates } from "./facts.ts";
import { resolvePolicy } from "./policy.ts";

const profile = profileOf({
  gates: ["tests", "silent", "gone"].map((id) => ({ id, blocking: true, checks: {} })),
});
const input: JudgeInput = {
  policy: resolvePolicy(configOf({ profiles: { release: profile } }), "release", []),
  candidate: CANDIDATE,
  run: "r",
  nowMs: 7,
  baseline: null,
  waivers: [],
  evidence: sceneEvidence({ bodies: { "test-results": [{ failed: 0 }] } }),
};
const { facts: _none, ...silent } = { ...GATE, id: "silent" };

test("facts are asked of the policy's gates that tell any, with evidence and instant", () => {
  const asked: CheckInput[] = [];
  const facts: Gate["facts"] = (seen) => {
    asked.push(seen);
    return { seen: seen.of("test-results").length };
  };
  const unasked = { ...GATE, id: "other" };
  assert.deepEqual(factsOf([{ ...GATE, facts }, silent, unasked], input), { tests: { seen: 1 } });
  const [first] = asked;
  assert.equal(asked.length, 1);
  assert.deepEqual([first?.nowMs, first?.candidate, first?.baseline, first?.params], [7, CANDIDATE, null, {}]);
});

test("of a gate's result outcomes and parameters are inherited, not what was seen", () => {
  const results: GateResult[] = judgeGates([GATE, silent], input);
  assert.equal(results.length, 2);
  const [tests] = inheritedGates(results);
  assert.deepEqual(Object.keys(tests ?? {}), ["id", "blocking", "verdict", "checks"]);
  assert.deepEqual(
    tests?.checks.map(({ id, params }) => [id, params]),
    [[CHECK.definition.id, { max: 0 }]],
  );
});

test("only a PROMOTE leaves something to inherit", () => {
  const judgement = {
    verdict: "PROMOTE",
    candidate: CANDIDATE,
    judgedAt: "2026-01-01T00:00:00.000Z",
    policyDigest: "sha256:p",
    gates: judgeGates([GATE], input),
  } as unknown as Parameters<typeof promotionOf>[0];
  assert.deepEqual(promotionOf(judgement, input, [GATE], "sha256:v"), {
    verdict: "sha256:v",
    candidate: CANDIDATE,
    promotedAt: judgement.judgedAt,
    policyDigest: "sha256:p",
    gates: inheritedGates(judgement.gates),
    facts: { tests: { passed: ["a", "b"] } },
  });
  assert.equal(promotionOf({ ...judgement, verdict: "HOLD" }, input, [GATE], "sha256:v"), null);
});

test("a candidate is what git and the configuration say, and another configuration is another candidate", () => {
  const facts = { commit: "1".repeat(40), tree: "2".repeat(40), dirty: true };
  const candidate = candidateOf(configOf(), facts);
  assert.deepEqual({ ...candidate, ...facts }, candidate);
  assert.deepEqual([candidate.service, candidate.environment, candidate.artifacts], ["trial", "release", []]);
  assert.equal(candidateOf(structuredClone(configOf()), facts).configDigest, candidate.configDigest);
  for (const other of [configOf({ service: "x" }), configOf({ profiles: {} }), configOf({ environment: "e" })]) {
    assert.notEqual(candidateOf(other, facts).configDigest, candidate.configDigest);
  }
});
