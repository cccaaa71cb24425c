import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, DependenciesBody, JsonObject } from "@holdpoint/core";
import { EvidenceSet, KIND, SCENE_CANDIDATE, sceneEvidence } from "@holdpoint/core";
import { dependencies, direct } from "../scenes/dependencies.ts";
import { deadEntries } from "./allow-list.ts";
import { dependencyFacts, readDependencyFacts } from "./dependency-facts.ts";

function inputOf(body: DependenciesBody, facts?: JsonObject): CheckInput {
  const set = new EvidenceSet(sceneEvidence({ bodies: { [KIND.dependencies]: [body] } }));
  const baseline = facts === undefined ? null : ({ facts } as CheckInput["baseline"]);
  return { candidate: SCENE_CANDIDATE, params: {}, baseline, nowMs: 0, of: (kind) => set.of(kind) };
}

test("what one release leaves, the next one reads", () => {
  const body = dependencies({ direct: [direct("b"), direct("a"), direct("b", { manifest: "x/package.json" })] });
  const facts = dependencyFacts(inputOf(body));
  assert.deepEqual(facts, { direct: ["a", "b"], packages: 3 });
  assert.deepEqual(readDependencyFacts(inputOf(body, { dependencies: facts })), facts);
});

test("facts of another form are none", () => {
  const forms: readonly JsonObject[] = [
    {},
    { dependencies: [] },
    { dependencies: { direct: "a", packages: 1 } },
    { dependencies: { direct: [1], packages: 1 } },
    { dependencies: { direct: [] } },
  ];
  for (const facts of forms)
    assert.equal(readDependencyFacts(inputOf(dependencies(), facts)), null, JSON.stringify(facts));
});

test("entries that allow nothing are named, used ones are not", () => {
  assert.deepEqual(deadEntries(["a"], new Set(["a"]), "allow"), []);
  assert.equal(deadEntries(["a", "b"], new Set(["a"]), "allow")[0]?.text, "unused in `allow`: b");
});
