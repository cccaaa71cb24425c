import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectionFailure, Gate, LedgerBody, SelftestBody, StoredEvidence } from "@holdpoint/core";
import { COLLECTION_FAILURE, KIND } from "@holdpoint/core";
import { resolvePolicy } from "../plan/policy.ts";
import { Steps } from "../steps.ts";
import { collectTerms, configOf, profileOf } from "../testing.ts";
import type { SelfTerms } from "./gather-self.ts";
import { gatherSelf } from "./gather-self.ts";

const SELFTEST: SelftestBody = {
  codeDigest: "sha256:c",
  codeDigestNow: "sha256:c",
  planted: 3,
  caught: 2,
  checks: [],
  live: [],
};

function termsOf(needs: readonly string[], patch: Partial<SelfTerms> = {}): SelfTerms & { kept: StoredEvidence[] } {
  const kept: StoredEvidence[] = [];
  const gates = [{ id: "own", phase: "self", sections: [], checks: [{ definition: { id: "c", needs } }] }];
  const profile = profileOf({ gates: [{ id: "own", blocking: true, checks: {} }] });
  return {
    ...collectTerms("/r", { keep: (evidence) => kept.push(evidence) }),
    policy: resolvePolicy(configOf({ profiles: { release: profile } }), "release", []),
    gates: gates as unknown as readonly Gate[],
    judged: [],
    runDirectory: "/r/.holdpoint/runs/run-1",
    steps: new Steps(
      () => 0,
      () => undefined,
    ),
    readArtifacts: () => [],
    selftest: async () => ({ body: SELFTEST, startedAtMs: 5000, finishedAtMs: 6000 }),
    inspectLedger: () => ({ size: 12 }) as LedgerBody,
    ...patch,
    kept,
  };
}
const failure = (stored: StoredEvidence | undefined): CollectionFailure => {
  assert.ok(stored);
  assert.equal(stored.evidence.kind, COLLECTION_FAILURE);
  return stored.evidence.body as CollectionFailure;
};

test("only what self gates need is gathered, each kind once, and kept", async () => {
  const terms = termsOf([KIND.plan, KIND.ledger, KIND.plan, KIND.suiteRun, "unheard-of"]);
  const gathered = await gatherSelf(terms);
  assert.deepEqual(
    gathered.map(({ evidence }) => [evidence.kind, evidence.samples, evidence.provenance]),
    [
      ["plan", 1, "measured"],
      ["ledger", 12, "measured"],
    ],
  );
  assert.deepEqual(terms.kept, gathered);
  assert.deepEqual(await gatherSelf(termsOf([])), []);
});

test("a selftest keeps the time at which it really ran", async () => {
  const terms = termsOf([KIND.selftest]);
  const [stored] = await gatherSelf(terms);
  assert.equal(stored?.evidence.samples, 3);
  assert.equal(stored.evidence.startedAt, new Date(5000).toISOString());
  assert.equal(stored.evidence.finishedAt, new Date(6000).toISOString());
  assert.deepEqual(
    terms.steps.results.map(({ kind, ended }) => `${kind} ${ended}`),
    ["selftest 2 of 3 caught"],
  );
});

test("no artifacts at all are evidence of nothing", async () => {
  const [stored] = await gatherSelf(termsOf([KIND.artifacts]));
  assert.deepEqual([stored?.evidence.kind, stored?.evidence.samples], ["artifacts", 0]);
});

test("a source that throws leaves evidence of its kind's failure, and the next is gathered", async () => {
  const boom = (): never => {
    throw new Error("boom");
  };
  const terms = termsOf([KIND.artifacts, KIND.selftest, KIND.ledger, KIND.plan], {
    readArtifacts: boom,
    selftest: async () => boom(),
    inspectLedger: boom,
  });
  const gathered = await gatherSelf(terms);
  assert.equal(gathered.length, 4);
  for (const [index, of] of [KIND.artifacts, KIND.selftest, KIND.ledger].entries()) {
    const found = failure(gathered[index]);
    assert.deepEqual([found.of, found.outcome, found.text], [of, "error", "boom"]);
  }
  assert.equal(gathered[3]?.evidence.kind, "plan");
});

test("an aborted run does not begin another process", async () => {
  const [stored] = await gatherSelf(termsOf([KIND.rejudgement], { signal: AbortSignal.abort() }));
  assert.deepEqual([failure(stored).of, failure(stored).outcome], ["rejudgement", "error"]);
});
