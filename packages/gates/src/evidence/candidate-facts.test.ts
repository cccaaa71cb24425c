import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, JsonObject, RepositoryBody } from "@holdpoint/core";
import { EvidenceSet, KIND, SCENE_CANDIDATE, sceneEvidence } from "@holdpoint/core";
import { repository } from "../scenes/repository.ts";
import { candidateFacts, commonVersion, readCandidateFacts } from "./candidate-facts.ts";

function inputOf(body: RepositoryBody, facts?: JsonObject): CheckInput {
  const set = new EvidenceSet(sceneEvidence({ bodies: { [KIND.repository]: [body] } }));
  const baseline = facts === undefined ? null : ({ facts } as CheckInput["baseline"]);
  return { candidate: SCENE_CANDIDATE, params: {}, baseline, nowMs: 0, of: (kind) => set.of(kind) };
}

test("what one release leaves, the next one reads", () => {
  const facts = candidateFacts(inputOf(repository()));
  assert.deepEqual(facts, { version: "1.4.0", versionFiles: ["package.json", "packages/api/package.json"] });
  assert.deepEqual(readCandidateFacts(inputOf(repository(), { candidate: facts })), facts);
});

test("manifests that disagree, and none at all, have no common version", () => {
  assert.equal(commonVersion([]), null);
  assert.equal(
    commonVersion([
      { file: "a", version: "1" },
      { file: "b", version: "2" },
    ]),
    null,
  );
  assert.equal(
    commonVersion([
      { file: "a", version: "1" },
      { file: "b", version: null },
    ]),
    null,
  );
  assert.equal(
    commonVersion([
      { file: "a", version: "1" },
      { file: "b", version: "1" },
    ]),
    "1",
  );
});

test("facts of another form are none", () => {
  const forms: readonly JsonObject[] = [
    {},
    { candidate: null },
    { candidate: [] },
    { candidate: { version: 1, versionFiles: [] } },
    { candidate: { version: "1" } },
    { candidate: { version: "1", versionFiles: [1] } },
  ];
  for (const facts of forms)
    assert.equal(readCandidateFacts(inputOf(repository(), facts)), null, JSON.stringify(facts));
  assert.equal(readCandidateFacts(inputOf(repository())), null);
});
