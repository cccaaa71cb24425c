import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalize } from "../json/canonicalize.ts";
import type { Json } from "../noun/json.ts";
import type { Judgement } from "../noun/result.ts";
import { checkOf, evidenceOf, gateOf, inputOf, policyOf, saying } from "./fixtures.test.ts";
import { EVIDENCE_AGE_DEFAULT_MAX_MS, judge, judgeGates } from "./judge.ts";
import { SCENE_NOW_MS } from "./plant.ts";

const GATES = [
  gateOf("a", [checkOf(), checkOf({ id: "other", sections: ["K"] })]),
  gateOf("b", [saying({})], { phase: "self" }),
];
const EVIDENCE = [
  evidenceOf("thing", { n: 3 }),
  evidenceOf("thing", { n: 4 }),
  evidenceOf("unused", {}, { samples: 7 }),
];
const bytes = (judgement: Judgement): string => canonicalize(judgement as unknown as Json);

test("everything in order promotes", () => {
  const judgement = judge(GATES, inputOf(policyOf(["a", "b"]), EVIDENCE));
  assert.equal(judgement.verdict, "PROMOTE");
  assert.deepEqual(judgement.holdReasons, []);
  assert.equal(judgement.judgedAt, new Date(SCENE_NOW_MS).toISOString());
  assert.deepEqual(judgement.sections.covered, ["K", "L"]);
  assert.equal(judgement.sections.uncovered.length, 23);
  assert.deepEqual(judgement.score, { passed: 3, decided: 3, asked: 3 });
  assert.deepEqual(judgement.baseline, { choice: "last-promoted", verdict: null });
  assert.equal(judgement.catalogue.version, "v1");
});

test("one failing check holds and says so", () => {
  const judgement = judge(GATES, inputOf(policyOf(["a", "b"]), [evidenceOf("thing", { n: 11 })]));
  assert.equal(judgement.verdict, "HOLD");
  assert.deepEqual(
    judgement.holdReasons.map(({ gate, check, code }) => [gate, check, code]),
    [
      ["a", "few-things", "too-many"],
      ["a", "other", "too-many"],
    ],
  );
  assert.deepEqual(judgement.score, { passed: 1, decided: 3, asked: 3 });
});

test("no evidence, no promotion", () => {
  const judgement = judge(GATES, inputOf(policyOf(["a", "b"]), []));
  assert.equal(judgement.verdict, "HOLD");
  assert.deepEqual(new Set(judgement.holdReasons.map(({ code }) => code)), new Set(["evidence-missing"]));
  assert.deepEqual(
    judgement.gates.map(({ verdict }) => verdict),
    ["INCONCLUSIVE", "INCONCLUSIVE"],
  );
  assert.equal(judge([], inputOf(policyOf([]), EVIDENCE)).verdict, "HOLD", "and no gate, no promotion");
});

test("the same inputs give the same bytes, whatever the order of the evidence", () => {
  const input = inputOf(policyOf(["a", "b"]), EVIDENCE);
  const first = bytes(judge(GATES, input));
  fc.assert(
    fc.property(fc.shuffledSubarray(EVIDENCE, { minLength: EVIDENCE.length }), (evidence) => {
      assert.equal(bytes(judge(GATES, { ...input, evidence: [...evidence, ...evidence.slice(0, 1)] })), first);
    }),
  );
  assert.equal(bytes(judge(GATES, JSON.parse(JSON.stringify(input)))), first, "read back from a file");
  assert.notEqual(bytes(judge(GATES, { ...input, nowMs: SCENE_NOW_MS + 1 })), first);
});

test("every piece of evidence is named, also what no check looked at", () => {
  const { evidence } = judge(GATES, inputOf(policyOf(["a", "b"]), EVIDENCE));
  assert.deepEqual(
    evidence.map(({ kind }) => kind),
    ["thing", "thing", "unused"],
  );
  assert.deepEqual(new Set(evidence.map(({ digest }) => digest)), new Set(EVIDENCE.map(({ digest }) => digest)));
  assert.deepEqual(evidence[2], { kind: "unused", digest: EVIDENCE[2]?.digest, provenance: "measured", samples: 7 });
});

test("judging changes none of its inputs", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  assert.equal(judge(GATES, freeze(structuredClone(inputOf(policyOf(["a", "b"]), EVIDENCE)))).verdict, "PROMOTE");
});

test("gates come in the order of the policy; others are left out", () => {
  const ids = judgeGates(GATES, inputOf(policyOf(["b", "a"]), EVIDENCE)).map(({ id }) => id);
  assert.deepEqual(ids, ["b", "a"]);
  assert.deepEqual(
    judgeGates(GATES, inputOf(policyOf(["a"]), EVIDENCE)).map(({ id }) => id),
    ["a"],
  );
});

test("the age limit is the kind's own, else the default of the policy, else the one of the product", () => {
  const outcome = (maxAgeMs: Record<string, number>, kind: string, ageMs: number): string | undefined => {
    const at = new Date(SCENE_NOW_MS - ageMs).toISOString();
    const gates = [
      gateOf("a", [
        checkOf(
          { needs: [kind] },
          {
            judge: ({ of }) => ({
              outcome: "pass",
              code: "pass",
              observed: of(kind).length,
              threshold: 1,
              reason: "there",
            }),
          },
        ),
      ]),
    ];
    const input = inputOf(policyOf(["a"], { maxAgeMs }), [evidenceOf(kind, {}, { startedAt: at, finishedAt: at })]);
    return judge(gates, input).gates[0]?.checks[0]?.outcome;
  };
  assert.equal(outcome({ thing: 10, "*": 1000 }, "thing", 11), "stale");
  assert.equal(outcome({ thing: 10, "*": 1000 }, "other", 11), "pass");
  assert.equal(outcome({}, "other", EVIDENCE_AGE_DEFAULT_MAX_MS), "pass");
  assert.equal(outcome({}, "other", EVIDENCE_AGE_DEFAULT_MAX_MS + 1), "stale");
  assert.equal(outcome({ "*": 1000 }, "constructor", 1000), "pass", "a kind that names a member of every object");
  assert.equal(outcome({ "*": 1000 }, "constructor", 1001), "stale", "a kind that names a member of every object");
});
