import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { GateVerdict, Outcome } from "../noun/outcome.ts";
import { HOLDING, OUTCOMES } from "../noun/outcome.ts";
import { EvidenceSet } from "./evidence-set.ts";
import { checkOf, evidenceOf, gateOf, saying } from "./fixtures.test.ts";
import { judgeGate, mergeOutcomes } from "./judge-gate.ts";
import { SCENE_CANDIDATE, SCENE_NOW_MS } from "./plant.ts";

test("outcomes merge by priority", () => {
  const table: readonly (readonly [readonly Outcome[], GateVerdict])[] = [
    [[], "INCONCLUSIVE"],
    [["pass"], "PASS"],
    [["warn"], "WARN"],
    [["waived"], "PASS"],
    [["fail"], "FAIL"],
    [["error"], "INCONCLUSIVE"],
    [["missing"], "INCONCLUSIVE"],
    [["stale"], "INCONCLUSIVE"],
    [["not-applicable"], "INCONCLUSIVE"],
    [["not-applicable", "not-applicable"], "INCONCLUSIVE"],
    [["not-applicable", "pass"], "PASS"],
    [["not-applicable", "waived"], "PASS"],
    [["pass", "warn", "not-applicable", "waived"], "WARN"],
    [["pass", "stale"], "INCONCLUSIVE"],
    [["warn", "missing"], "INCONCLUSIVE"],
    [["pass", "error", "warn"], "INCONCLUSIVE"],
    [["fail", "error", "missing", "stale"], "FAIL"],
    [["pass", "fail", "waived"], "FAIL"],
  ];
  for (const [outcomes, verdict] of table) assert.equal(mergeOutcomes(outcomes), verdict, outcomes.join(", "));
});

test("order and repetition do not matter, and one more holding outcome never helps", () => {
  const outcomes = fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 12 });
  fc.assert(
    fc.property(outcomes, fc.constantFrom(...HOLDING), (all, holding) => {
      const verdict = mergeOutcomes(all);
      assert.equal(mergeOutcomes(all.toReversed()), verdict);
      assert.equal(mergeOutcomes([...all, ...all]), verdict);
      const lets = mergeOutcomes([...all, holding]);
      assert.ok(lets === "FAIL" || lets === "INCONCLUSIVE");
      assert.equal(lets === "FAIL", holding === "fail" || all.includes("fail"));
    }),
  );
});

test("a gate judges its checks with the parameters of the policy", () => {
  const gate = gateOf("g", [
    checkOf(),
    checkOf({ id: "fewer-things" }),
    saying({ outcome: "warn", code: "odd" }, { id: "odd-things" }),
  ]);
  const policy = { id: "g", blocking: false, params: { "fewer-things": { max: 1 } } };
  const result = judgeGate(gate, policy, new EvidenceSet([evidenceOf("thing", { n: 3 })]), {
    gate: "g",
    blocking: false,
    candidate: SCENE_CANDIDATE,
    run: "r1",
    nowMs: SCENE_NOW_MS,
    baseline: null,
    firstRelease: "refuse",
    waivers: [],
    maxAgeMs: () => 60_000,
  });
  assert.deepEqual(
    result.checks.map(({ id, outcome }) => [id, outcome]),
    [
      ["few-things", "pass"],
      ["fewer-things", "fail"],
      ["odd-things", "warn"],
    ],
  );
  const { id, title, verdict, blocking, sections } = result;
  assert.deepEqual(
    { id, title, verdict, blocking, sections },
    { id: "g", title: "Gate g", verdict: "FAIL", blocking: false, sections: ["L"] },
  );
});
