import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND, SELF_KINDS } from "../evidence/kinds.ts";
import type { Check } from "../noun/check.ts";
import { COLLECTION_FAILURE } from "../noun/evidence.ts";
import { EvidenceSet } from "./evidence-set.ts";
import { checkOf, evidenceOf, gateOf, inputOf, policyOf } from "./fixtures.test.ts";
import { judgeGates } from "./judge.ts";

/** A check that tells how many pieces of Holdpoint's own evidence it can see. */
const nosy: Check = checkOf(
  {},
  {
    judge: ({ of }) => {
      of("thing");
      const seen = [...SELF_KINDS].reduce((sum, kind) => sum + of(kind).length, 0);
      return { outcome: "pass", code: "pass", observed: seen, threshold: null, reason: "seen" };
    },
    plants: [],
  },
);
const own = [...SELF_KINDS].map((kind) => evidenceOf(kind, {}));
const gates = [gateOf("tests", [nosy]), gateOf("own", [nosy], { phase: "self" })];

test("a gate of the candidate never sees what was gathered after it, a self gate sees everything", () => {
  const evidence = [evidenceOf("thing", { n: 1 }), ...own];
  const seen = judgeGates(gates, inputOf(policyOf(["tests", "own"]), evidence)).map((gate) => gate.checks[0]?.observed);
  assert.deepEqual(seen, [0, SELF_KINDS.size]);
});

test("so its answer is the same before and after", () => {
  const thing = evidenceOf("thing", { n: 1 });
  const failure = evidenceOf(COLLECTION_FAILURE, { of: KIND.ledger, outcome: "error", code: "X", text: "t" });
  const judged = (evidence: (typeof thing)[]): string =>
    JSON.stringify(judgeGates(gates.slice(0, 1), inputOf(policyOf(["tests", "own"]), evidence)));
  assert.equal(judged([thing]), judged([thing, failure, ...own]));
});

test("a check cannot change what the next one is given", () => {
  const set = new EvidenceSet([evidenceOf("thing", { n: 1 })]);
  for (const kind of ["thing", "none"]) {
    const list = set.of(kind) as unknown[];
    assert.throws(() => list.push("another"), TypeError);
  }
});
