import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogueDigest } from "../judge/decide.ts";
import { checkOf, evidenceOf, gateOf, inputOf, policyOf, saying } from "../judge/fixtures.test.ts";
import type { JudgeInput } from "../judge/judge.ts";
import { judge } from "../judge/judge.ts";
import { SCENE_CANDIDATE } from "../judge/plant.ts";
import type { Baseline } from "../noun/baseline.ts";
import type { Evidence } from "../noun/evidence.ts";
import type { Judgement } from "../noun/result.ts";
import { CATALOGUE_VERSION } from "../noun/section.ts";
import type { VerifiedWaiver, Waiver } from "../noun/waiver.ts";
import { assertSchemaFits } from "./harms.test.ts";
import { validatorOf } from "./schemas.test.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const CANDIDATE = { ...SCENE_CANDIDATE, artifacts: [{ name: "app.tgz", sha256: "b".repeat(64) }] };
/** Where any value is allowed, and the two members that may be left out. */
const ANYTHING = /\/(params|facts|maxAgeMs|gateDigests)\/|\/body\b|^without .*\/locations\/\d+\/(line|column)$/;

const waiver: Waiver = {
  schema: "holdpoint/waiver/v1",
  gate: "a",
  check: "waived-things",
  code: "*",
  reason: "until Monday",
  owner: "ada",
  approver: "grace",
  createdAt: "2026-01-01T00:00:00Z",
  expiresAt: "2026-02-01T00:00:00Z",
  introducedIn: "9".repeat(40),
};
const verified: VerifiedWaiver = { digest: DIGEST, waiver };

const baseline: Baseline = {
  choice: "last-promoted",
  verdict: DIGEST,
  candidate: CANDIDATE,
  promotedAt: "2026-01-01T00:00:00.000Z",
  policyDigest: DIGEST,
  gates: [
    { id: "a", blocking: true, verdict: "PASS", checks: [{ id: "few-things", outcome: "pass", params: { max: 10 } }] },
  ],
  facts: { a: { ids: ["x"] } },
};

const GATES = [
  gateOf("a", [
    checkOf(),
    checkOf({ id: "waived-things", params: { max: 1 } }),
    saying(
      {
        outcome: "fail",
        code: "odd",
        flip: "would pass at 1",
        locations: [{ file: "f", line: 1, column: 2, text: "t" }],
      },
      { id: "odd-things" },
    ),
  ]),
];

/** A judgement by the code itself, in which every member is there. */
function held(): { readonly input: JudgeInput; readonly judgement: Judgement } {
  const policy = policyOf(["a"], {
    gates: [{ id: "a", blocking: true, params: { "few-things": { max: 10 } } }],
    requiredSections: ["L"],
    notJudged: [{ suite: "kill", reason: "takes an hour" }],
  });
  const evidence = [evidenceOf("thing", { n: 3 }, { candidate: CANDIDATE })];
  const input = inputOf(policy, evidence, { candidate: CANDIDATE, baseline, waivers: [verified] });
  return { input, judgement: judge(GATES, input) };
}

function promoted(): Judgement {
  return judge([gateOf("a", [checkOf()])], inputOf(policyOf(["a"]), [evidenceOf("thing", { n: 3 })]));
}

test("evidence.v1 takes the envelope and nothing else", () => {
  const { evidence } = evidenceOf(
    "thing",
    { n: 3 },
    { candidate: CANDIDATE, inputs: [{ name: "r.xml", sha256: "c".repeat(64) }] },
  );
  assertSchemaFits("evidence", evidence, ANYTHING);
  const problems = validatorOf("evidence");
  const { body: _body, ...bodiless } = evidence;
  assert.notDeepEqual(problems(bodiless), []);
  const wrong: Partial<Record<keyof Evidence, unknown>>[] = [
    { schema: "holdpoint/evidence/v2" },
    { provenance: "guessed" },
    { samples: -1 },
    { samples: 1.5 },
    { startedAt: "2026-01-02 03:04" },
    { finishedAt: "2026-01-02T03:04:05+01:00" },
    { candidate: { ...CANDIDATE, commit: "main" } },
    { inputs: [{ name: "a", sha256: DIGEST }] },
  ];
  for (const rest of wrong) assert.notDeepEqual(problems({ ...evidence, ...rest }), [], JSON.stringify(rest));
});

test("judgement.v1 takes what judge says and nothing else", () => {
  const { judgement } = held();
  assert.deepEqual(
    judgement.gates[0]?.checks.map(({ outcome }) => outcome),
    ["pass", "waived", "fail"],
  );
  assertSchemaFits("judgement", judgement, ANYTHING);
  assert.deepEqual(validatorOf("judgement")(promoted()), []);
});

test("a judgement that promotes with a reason to hold, or holds without one, is none", () => {
  const problems = validatorOf("judgement");
  assert.notDeepEqual(problems({ ...held().judgement, verdict: "PROMOTE" }), []);
  assert.notDeepEqual(problems({ ...promoted(), verdict: "HOLD" }), []);
  assert.notDeepEqual(problems({ ...promoted(), partial: true }), []);
});

test("gate-artifact.v1 takes a judged gate and nothing else", () => {
  const { judgement } = held();
  const { run, candidate, profile, policyDigest, judgedAt, gates } = judgement;
  const catalogue = { version: CATALOGUE_VERSION, digest: catalogueDigest() };
  assertSchemaFits(
    "gate-artifact",
    {
      schema: "holdpoint/gate-artifact/v1",
      run,
      candidate,
      profile,
      policyDigest,
      catalogue,
      judgedAt,
      durationMs: 3,
      gate: gates[0],
    },
    ANYTHING,
  );
});

test("plan.v1 takes everything that judging needs but the evidence, and nothing else", () => {
  const { evidence: _evidence, ...input } = held().input;
  const plan = {
    schema: "holdpoint/plan/v1",
    ...input,
    ledger: { origin: "o", size: 0, root: "" },
    gateDigests: { a: DIGEST },
  };
  assertSchemaFits("plan", plan, ANYTHING);
  const problems = validatorOf("plan");
  assert.deepEqual(problems({ ...plan, baseline: null, waivers: [] }), []);
  for (const choice of ["", "latest", "window:0", "pinned:"]) {
    assert.notDeepEqual(problems({ ...plan, policy: { ...plan.policy, baseline: choice } }), [], choice);
  }
  for (const wrong of [{ maxAgeMs: { "*": "1h" } }, { requiredSections: ["Z"] }, { firstRelease: "maybe" }]) {
    assert.notDeepEqual(problems({ ...plan, policy: { ...plan.policy, ...wrong } }), [], JSON.stringify(wrong));
  }
});

test("verdict-document.v1 takes what promote prints and nothing else", () => {
  const { verdict, profile, candidate, run, gates, sections, holdReasons, evidence, notJudged } = held().judgement;
  assertSchemaFits("verdict-document", {
    schema: "holdpoint/verdict/v1",
    verdict,
    profile,
    candidate,
    run,
    gates: gates.map(({ id, verdict: gate, blocking, sections: of, checks }) => ({
      id,
      verdict: gate,
      blocking,
      sections: of,
      checks: checks.map((check) => ({
        id: check.id,
        outcome: check.outcome,
        code: check.code,
        observed: check.observed,
        threshold: check.threshold,
        reason: check.reason,
        flip: check.flip,
        evidence: check.evidence,
        waiver: check.waiver,
      })),
    })),
    sections: { covered: sections.covered, uncovered: sections.uncovered },
    holdReasons,
    evidence,
    notJudged,
    ledger: { size: 9, root: "r" },
    artifacts: ["reports/audit/a.json"],
    durationMs: 1234,
  });
});

test("waiver.v1 takes a waiver and nothing else", () => {
  assertSchemaFits("waiver", waiver);
  const problems = validatorOf("waiver");
  assert.deepEqual(problems({ ...waiver, introducedIn: null }), []);
  for (const wrong of [{ reason: " " }, { owner: "" }, { expiresAt: "never" }, { expiresAt: null }]) {
    assert.notDeepEqual(problems({ ...waiver, ...wrong }), [], JSON.stringify(wrong));
  }
});

test("selftest.v1 takes what selftest prints and nothing else", () => {
  assertSchemaFits("selftest", {
    planted: 60,
    caught: 59,
    missed: [{ gate: "a", check: "few-things", plant: "one-more" }],
  });
  assert.deepEqual(
    validatorOf("selftest")({ planted: 1, caught: 0, missed: [{ gate: "a", check: null, plant: "x" }] }),
    [],
  );
});

const DECISION = {
  reason: "no other is there",
  owner: "ada",
  approver: "grace",
  createdAt: "2026-01-01T00:00:00.000Z",
  expiresAt: "2026-02-01T00:00:00.000Z",
};

test("promotion.v1 takes a baseline with its checkpoint and nothing else", () => {
  assertSchemaFits(
    "promotion",
    { schema: "holdpoint/promotion/v1", baseline, checkpoint: "o\n1\nroot\n\n— o sig\n" },
    ANYTHING,
  );
});

test("the other governance records take what people sign and nothing else", () => {
  const { reason, owner, createdAt } = DECISION;
  assertSchemaFits("key", {
    schema: "holdpoint/key/v1",
    id: "ada",
    owner,
    use: "person",
    fingerprint: "SHA256:x",
    publicKey: "AAAA",
    createdAt,
  });
  assertSchemaFits("revocation", {
    schema: "holdpoint/revocation/v1",
    fingerprint: "SHA256:x",
    revokedAt: createdAt,
    reason,
  });
  const { reason: rationale, ...decision } = DECISION;
  assertSchemaFits("exception", {
    schema: "holdpoint/exception/v1",
    id: "cov-20260101-0a1b2c3d",
    path: "src/a.ts",
    metric: "lines",
    type: "platform",
    rationale,
    mitigation: "tried by hand",
    atDecision: { covered: 1, total: 2 },
    nextReviewAt: createdAt,
    ...decision,
  });
  assertSchemaFits("exception-event", {
    schema: "holdpoint/exception-event/v1",
    exception: "cov-20260101-0a1b2c3d",
    digest: DIGEST,
    at: createdAt,
    by: owner,
    event: "resolved",
    note: "no more needed",
    nextReviewAt: createdAt,
    why: "reached",
    final: { covered: 2, total: 2 },
  });
  assertSchemaFits(
    "pin",
    { schema: "holdpoint/pin/v1", id: "before-the-move", owner, reason, createdAt, baseline },
    ANYTHING,
  );
});
