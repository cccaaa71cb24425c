import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, CheckDefinition, CheckInput, Gate } from "../noun/check.ts";
import type { Evidence, StoredEvidence } from "../noun/evidence.ts";
import { EVIDENCE_SCHEMA } from "../noun/evidence.ts";
import type { Finding } from "../noun/finding.ts";
import type { Policy } from "../noun/policy.ts";
import type { JudgeInput } from "./judge.ts";
import { judgeScene, SCENE_CANDIDATE, SCENE_NOW_MS, storeEvidence } from "./plant.ts";
import { withBody } from "./selftest.ts";

export interface Thing {
  readonly n: number;
}

/** A check that counts things against `max`; everything about it can be replaced. */
export function checkOf(
  definition: Partial<CheckDefinition> = {},
  rest: Partial<Omit<Check, "definition">> = {},
): Check {
  return {
    definition: {
      id: "few-things",
      title: "There are few things",
      question: "Are there few things?",
      motivation: "Many are too many.",
      remediation: "Remove some.",
      effort: "low",
      sections: ["L"],
      needs: ["thing"],
      baseline: "none",
      reasons: { "too-many": "There are more things than allowed." },
      params: { max: 10 },
      ...definition,
    },
    judge: judgeThings,
    sound: () => ({ bodies: { thing: [{ n: 3 }] } }),
    plants: [
      {
        id: "one-more",
        harm: "there is one thing more than allowed",
        expect: { outcome: "fail", code: "too-many" },
        plant: (scene) => withBody<Thing>(scene, "thing", () => ({ n: 11 })),
      },
    ],
    ...rest,
  };
}

function judgeThings({ params, of }: CheckInput): Finding {
  const observed = of<Thing>("thing").reduce((sum, { evidence }) => sum + evidence.body.n, 0);
  const threshold = Number(params["max"]);
  const seen = { observed, threshold, reason: `${observed} things, at most ${threshold} are allowed` };
  if (observed <= threshold) return { outcome: "pass", code: "pass", ...seen };
  return {
    outcome: "fail",
    code: "too-many",
    ...seen,
    flip: `would pass at <= ${threshold}`,
    locations: [{ file: "things", text: "here" }],
  };
}

/** A check that always says the same. */
export function saying(finding: Partial<Finding>, definition: Partial<CheckDefinition> = {}): Check {
  return checkOf(
    { reasons: { odd: "Something is odd." }, ...definition },
    {
      judge: ({ of }) => {
        of("thing");
        return { outcome: "pass", code: "pass", observed: 1, threshold: 1, reason: "so", ...finding };
      },
      plants: [],
    },
  );
}

export function gateOf(id: string, checks: readonly Check[], rest: Partial<Gate> = {}): Gate {
  return { id, title: `Gate ${id}`, question: "?", sections: ["L"], phase: "candidate", checks, ...rest };
}

export function evidenceOf(kind: string, body: unknown, rest: Partial<Evidence> = {}): StoredEvidence {
  const at = new Date(SCENE_NOW_MS - 1000).toISOString();
  return storeEvidence({
    schema: EVIDENCE_SCHEMA,
    kind,
    candidate: SCENE_CANDIDATE,
    run: "r1",
    provenance: "measured",
    producer: { name: "fixture", version: "1" },
    startedAt: at,
    finishedAt: at,
    samples: 1,
    inputs: [],
    body,
    ...rest,
  });
}

export function policyOf(gates: readonly string[], rest: Partial<Policy> = {}): Policy {
  return {
    profile: "release",
    gates: gates.map((id) => ({ id, blocking: true, params: {} })),
    requiredGates: gates,
    requiredSections: [],
    maxAgeMs: { "*": 3_600_000 },
    baseline: "last-promoted",
    firstRelease: "refuse",
    notJudged: [],
    partial: false,
    ...rest,
  };
}

export function inputOf(
  policy: Policy,
  evidence: readonly StoredEvidence[],
  rest: Partial<JudgeInput> = {},
): JudgeInput {
  return {
    policy,
    candidate: SCENE_CANDIDATE,
    run: "r1",
    nowMs: SCENE_NOW_MS,
    baseline: null,
    waivers: [],
    evidence,
    ...rest,
  };
}

test("the sample check passes few things and fails many", () => {
  assert.equal(judgeScene(checkOf(), { bodies: { thing: [{ n: 10 }] } }).outcome, "pass");
  assert.equal(judgeScene(checkOf(), { bodies: { thing: [{ n: 6 }, { n: 5 }] } }).outcome, "fail");
});
