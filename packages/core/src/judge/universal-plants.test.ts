import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf } from "../json/digest.ts";
import type { Json } from "../noun/json.ts";
import { EvidenceSet } from "./evidence-set.ts";
import { checkOf, evidenceOf } from "./fixtures.test.ts";
import { SCENE_CANDIDATE, SCENE_NOW_MS } from "./plant.ts";
import { universalPlants } from "./universal-plants.ts";

const EVIDENCE = [evidenceOf("thing", { n: 1 }), evidenceOf("thing", { n: 2 }), evidenceOf("other", {})];
const TERMS = { candidate: SCENE_CANDIDATE, run: "r1", nowMs: SCENE_NOW_MS, maxAgeMs: 3_600_000, blocking: true };

test("every plant makes its kind be refused for its reason, and leaves the others alone", () => {
  const plants = universalPlants(checkOf());
  assert.ok(plants.length >= 7);
  for (const { id, expected, harmed } of plants) {
    const set = new EvidenceSet(harmed(EVIDENCE));
    const refusal = set.refusal("thing", TERMS);
    assert.equal(`${refusal?.outcome} ${refusal?.code}`, expected, id);
    assert.equal(set.refusal("other", TERMS), null, id);
  }
});

test("each way of not knowing is planted: absent, old, from the future, made up, of another, of nothing, unreadable", () => {
  const expected = universalPlants(checkOf()).map((plant) => plant.expected);
  assert.deepEqual(expected, [
    "missing evidence-missing",
    "stale evidence-stale",
    "error evidence-from-the-future",
    "missing evidence-synthetic",
    "missing evidence-other-candidate",
    "missing evidence-empty",
    "error HP-READ-TRUNCATED",
  ]);
  assert.equal(new Set(expected).size, expected.length);
});

test("harmed evidence carries the address of what it now says", () => {
  for (const { id, harmed } of universalPlants(checkOf())) {
    for (const { digest, evidence } of harmed(EVIDENCE)) {
      assert.equal(digest, digestOf(evidence as unknown as Json), id);
    }
  }
});

test("harming changes none of the evidence that it is given", () => {
  const before = JSON.stringify(EVIDENCE);
  for (const { harmed } of universalPlants(checkOf())) harmed(EVIDENCE);
  assert.equal(JSON.stringify(EVIDENCE), before);
});

test("plants of several kinds have names of their own, and a check without a kind has none", () => {
  const ids = universalPlants(checkOf({ needs: ["thing", "other"] })).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, 2 * universalPlants(checkOf()).length);
  assert.ok(ids.includes("evidence-aged-other"));
  assert.deepEqual(universalPlants(checkOf({ needs: [] })), []);
});
