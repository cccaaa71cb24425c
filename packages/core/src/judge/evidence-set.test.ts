import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectionFailure, Evidence } from "../noun/evidence.ts";
import { COLLECTION_FAILURE } from "../noun/evidence.ts";
import type { AdmissionTerms, Refusal } from "./evidence-set.ts";
import { CLOCK_SKEW_MAX_MS, EvidenceSet } from "./evidence-set.ts";
import { evidenceOf } from "./fixtures.test.ts";
import { SCENE_CANDIDATE, SCENE_NOW_MS } from "./plant.ts";

const TERMS: AdmissionTerms = {
  candidate: SCENE_CANDIDATE,
  run: "r1",
  nowMs: SCENE_NOW_MS,
  maxAgeMs: 60_000,
  blocking: true,
};

function refusal(rest: Partial<Evidence>, terms: Partial<AdmissionTerms> = {}): Refusal | null {
  return new EvidenceSet([evidenceOf("thing", {}, rest)]).refusal("thing", { ...TERMS, ...terms });
}

const at = (ms: number): Partial<Evidence> => {
  const instant = new Date(SCENE_NOW_MS + ms).toISOString();
  return { startedAt: instant, finishedAt: instant };
};

const failure = (of: string, body: Partial<CollectionFailure>): ReturnType<typeof evidenceOf> =>
  evidenceOf(COLLECTION_FAILURE, {
    of,
    outcome: "missing",
    code: "HP-READ-ABSENT",
    text: "not there",
    hint: null,
    file: null,
    line: null,
    column: null,
    ...body,
  });

test("evidence for this candidate, in time, of something, is admitted", () => {
  assert.equal(refusal({}), null);
  assert.equal(refusal(at(-60_000)), null, "exactly as old as allowed");
  assert.equal(refusal(at(CLOCK_SKEW_MAX_MS)), null, "within the skew of two clocks");
  assert.equal(refusal({ provenance: "synthetic" }, { blocking: false }), null, "an advisory gate may look at it");
});

test("each way of not knowing is its own refusal", () => {
  const table: readonly (readonly [Partial<Evidence>, string])[] = [
    [{ candidate: { ...SCENE_CANDIDATE, commit: "9".repeat(40) } }, "missing evidence-other-candidate"],
    [{ candidate: { ...SCENE_CANDIDATE, dirty: true } }, "missing evidence-other-candidate"],
    [{ provenance: "synthetic" }, "missing evidence-synthetic"],
    [at(-60_001), "stale evidence-stale"],
    [at(CLOCK_SKEW_MAX_MS + 1), "error evidence-from-the-future"],
    [{ finishedAt: "yesterday" }, "error evidence-time-unreadable"],
    [{ finishedAt: "2026-01-02T03:04:04" }, "error evidence-time-unreadable"],
    [{ startedAt: new Date(SCENE_NOW_MS).toISOString() }, "error evidence-time-unreadable"],
    [{ samples: 0 }, "missing evidence-empty"],
    [{ samples: -1 }, "missing evidence-empty"],
    [{ samples: 0.5 }, "missing evidence-empty"],
  ];
  for (const [rest, expected] of table) {
    const found = refusal(rest);
    assert.equal(`${found?.outcome} ${found?.code}`, expected);
    assert.equal(found?.evidence.length, 1, "it names the evidence that it refuses");
  }
  assert.equal(new EvidenceSet([]).refusal("thing", TERMS)?.code, "evidence-missing");
});

test("an age limit that is no number admits nothing", () => {
  assert.equal(refusal({}, { maxAgeMs: Number.NaN })?.code, "evidence-stale");
  assert.equal(refusal({}, { maxAgeMs: -1 })?.code, "evidence-stale");
});

test("one bad piece refuses the kind, others stay untouched", () => {
  const set = new EvidenceSet([evidenceOf("thing", 1), evidenceOf("thing", 2, { samples: 0 }), evidenceOf("other", 1)]);
  assert.equal(set.refusal("thing", TERMS)?.code, "evidence-empty");
  assert.equal(set.refusal("other", TERMS), null);
});

test("what could not be gathered says why, an error before an absence, with its place", () => {
  const set = new EvidenceSet([
    evidenceOf("thing", 1),
    failure("thing", {}),
    failure("thing", { outcome: "error", code: "HP-READ-SYNTAX", text: "broken", file: "a.xml", line: 3, column: 7 }),
  ]);
  const found = set.refusal("thing", TERMS);
  assert.equal(`${found?.outcome} ${found?.code}`, "error HP-READ-SYNTAX");
  assert.equal(found?.reason, "thing: a.xml:3:7: broken");
  assert.equal(set.of("thing").length, 1, "failures are no evidence of the kind");
  assert.equal(set.of(COLLECTION_FAILURE).length, 0);
  assert.equal(set.failures("thing").length, 2);
});

test("neither order nor copies of evidence can be told", () => {
  const [a, b, c] = [evidenceOf("thing", 1), evidenceOf("thing", 2), evidenceOf("other", 3)];
  const digests = (set: EvidenceSet): string[] => set.all.map((one) => one.digest);
  const expected = digests(new EvidenceSet([a, b, c]));
  assert.equal(expected.length, 3);
  assert.deepEqual(digests(new EvidenceSet([c, b, a, b, a])), expected);
  assert.equal(new EvidenceSet([a, a]).of("thing").length, 1);
});
